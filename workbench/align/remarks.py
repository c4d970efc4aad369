"""What is to be said of two texts as a whole: swapped, empty, the same, or no translations at all."""

import re
from collections.abc import Iterable, Sequence

from workbench.align.ladder import Bead, Reason, Side
from workbench.align.tokens import characters
from workbench.saying import say

_MYANMAR = re.compile(r"[\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f]")
_LETTER = re.compile(r"[^\W\d_]|[\u1000-\u109f]")
_SAMPLE = 20_000
_FEW = 0.4
"""Share of segments that must be expected to have found their partner; texts that say the same with a
third of their sentences missing lay above .5 in 19 cases of 20, unrelated ones at .24 in the middle."""
_LITTLE = 0.75
"""Log odds a segment that words, names and numbers must give; such texts gave .9 or more, and unrelated
ones .1 in the middle and .6 in 19 cases of 20."""
_MUCH_LONGER = 6
_SEVERAL = 3


def remarks(
    source: Side, target: Side, beads: Sequence[Bead], content: float | None = None
) -> tuple[Reason, ...]:
    """All remarks on the two texts; none where nothing is the matter. `beads` are those that tell.

    `content`: the log odds that words, names and numbers give, over all segments; None without lexicon.
    """
    texts = [any(any(map(str.isalnum, each.text)) for each in side) for side in (source, target)]
    if not all(texts):
        return tuple(_empty(*texts))
    found = [*_scripts(source, target), *_sizes(source, target), *_alike(source, target)]
    return tuple(found or _unrelated(beads, content))


def _empty(source: bool, target: bool) -> Iterable[Reason]:
    """What is said when not both sides have text."""
    if not source and not target:
        yield Reason("both_empty", say("Both sides are empty."))
    else:
        side = say("translation") if source else say("source")
        yield Reason("side_empty", say("The %(side)s has no text, so nothing has a partner.", side=side))


def _scripts(source: Side, target: Side) -> Iterable[Reason]:
    shares = [_burmese(side) for side in (source, target)]
    wanted = [side[0].language.split("-")[0] == "my" for side in (source, target)]
    wrong = [
        share is not None and (share > 0.5) != want for share, want in zip(shares, wanted, strict=True)
    ]
    if wanted[0] != wanted[1] and all(wrong):
        yield Reason("sides_swapped", swapped_sides())
    elif any(wrong) and any(wanted):
        side, want = ("source", wanted[0]) if wrong[0] else ("translation", wanted[1])
        said = (
            say("The %(side)s should be Burmese but is mostly in another script.", side=side)
            if want
            else say("The %(side)s is mostly in Burmese script.", side=side)
        )
        yield Reason("wrong_language", said)


def swapped_sides() -> str:
    """What is said of two texts of which each stands where the other should."""
    return say(
        "The two sides look swapped: the Burmese stands where the English should, and "
        "the English where the Burmese should. Change their places and align again."
    )


def _burmese(side: Side) -> float | None:
    """The share of letters in Myanmar script at the beginning of a text; None without letters."""
    text = " ".join(each.text for each in side[:200])[:_SAMPLE]
    letters = _LETTER.findall(text)
    return len(_MYANMAR.findall("".join(letters))) / len(letters) if letters else None


def _sizes(source: Side, target: Side) -> Iterable[Reason]:
    texts = [[each.text for each in side] for side in (source, target)]
    if texts[0] == texts[1]:
        yield Reason("same_text", say("Both sides are the same text."))
        return
    sizes = [sum(map(characters, side)) + 1 for side in texts]
    if max(sizes) > _MUCH_LONGER * min(sizes) and max(sizes) > 500:
        longer = "source" if sizes[0] > sizes[1] else "translation"
        times = max(sizes) // min(sizes)
        yield Reason(
            "much_longer",
            say("The %(side)s is %(times)s times as long as the other side.", side=longer, times=times),
        )


def _alike(source: Side, target: Side) -> Iterable[Reason]:
    for side, name in ((source, "source"), (target, "translation")):
        if len(side) >= _SEVERAL and len({each.text for each in side}) == 1:
            yield Reason(
                "all_alike",
                say("All segments of the %(side)s are the same, so only their order counts.", side=name),
            )


def _unrelated(beads: Sequence[Bead], content: float | None) -> Iterable[Reason]:
    segments = sum(len(bead.source) + len(bead.target) for bead in beads)
    if not segments:
        return
    paired = [bead for bead in beads if bead.source and bead.target]
    sure = sum(bead.score * (len(bead.source) + len(bead.target)) for bead in paired) / segments
    if sure < _FEW or (content is not None and content / segments < _LITTLE):
        yield Reason(
            "unrelated",
            say(
                "These two do not look like translations of each other: words, names and "
                "numbers agree hardly more than by chance, and only %(share)s of the segments "
                "have a likely partner.",
                share=f"{sure:.0%}",
            ),
        )
