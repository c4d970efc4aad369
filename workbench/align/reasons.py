"""Why a bead was made: what speaks for it and against it, in words a translator reads."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from workbench.align.figures import figure_reasons
from workbench.align.ladder import Bead, Reason, Side
from workbench.align.lengths import Lengths
from workbench.align.lexicon import Lexicon
from workbench.align.sounds import ALIKE, is_latin, similarity, sounds
from workbench.align.ties import as_one
from workbench.align.tokens import (
    characters,
    label_token,
    latin_tokens,
    sentences_in,
    word_forms,
)
from workbench.saying import say
from workbench.segment import Segment
from workbench.text import detect

_UNUSUAL = 2.0
"""Standard deviations from which a length is called unusual: one right pair in twenty."""
_TELLING = 4.0
"""How much likelier than by chance a word must be beside another to be shown as its translation."""
_LEAST_CHANCE = 0.05
_MOST_WORDS = 4
_FEW_WORDS = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of a bead as one segment each, and what is known of the document."""

    source: Segment
    target: Segment
    lexicon: Lexicon | None
    lengths: Lengths


Witness = Callable[[Pair], Iterable[Reason]]


def explained(
    bead: Bead,
    source: Side,
    target: Side,
    lexicon: Lexicon | None,
    lengths: Lengths,
) -> Bead:
    """The bead with its reasons, what speaks against it first."""
    if not (bead.source and bead.target):
        side = say("translation") if bead.source else say("source text")
        return replace(
            bead, reasons=(Reason("no_partner", say("No %(side)s was found for this.", side=side)),)
        )
    pair = Pair(as_one(source, bead.source), as_one(target, bead.target), lexicon, lengths)
    reasons = [reason for witness in WITNESSES for reason in witness(pair)]
    return replace(bead, reasons=tuple(sorted(reasons, key=lambda each: each.speaks_for)))


def _figures(pair: Pair) -> Iterable[Reason]:
    return figure_reasons(pair.source.text, pair.target.text)


def _length(pair: Pair) -> Iterable[Reason]:
    sizes = (np.array(float(characters(side.text))) for side in (pair.source, pair.target))
    deviation = float(pair.lengths.deviation(*sizes))
    if abs(deviation) > _UNUSUAL:
        size = say("longer") if deviation > 0 else say("shorter")
        yield Reason(
            "length_unusual",
            say("The translation is much %(size)s than usual in this document.", size=size),
        )


def _names(pair: Pair) -> Iterable[Reason]:
    ours = set(latin_tokens(pair.source.text))
    if shared := [each for each in dict.fromkeys(latin_tokens(pair.target.text)) if each in ours]:
        yield Reason("name_found", say("Found on both sides: %(words)s.", words=_listed(shared)), True)


def _sounds(pair: Pair) -> Iterable[Reason]:
    latin = is_latin(pair.source.text)
    (ours,), (theirs,) = sounds([pair.source], latin), sounds([pair.target], not latin)
    if similarity(ours, theirs) >= ALIKE:
        message = say(
            "The names sound alike: %(ours)s = %(theirs)s.",
            ours=pair.source.text,
            theirs=pair.target.text,
        )
        yield Reason("names_alike", message, True)


def _words(pair: Pair) -> Iterable[Reason]:
    if pair.lexicon is None:
        return
    ours, theirs = (
        {form: word for word, form in reversed(_forms(each))} for each in (pair.source, pair.target)
    )
    matches = sorted(_matches(list(ours), list(theirs), pair.lexicon), reverse=True)
    if matches:
        shown = {form: f"{ours[form]} = {theirs[other]}" for _, form, other in reversed(matches)}
        best = list(dict.fromkeys(shown[form] for _, form, _ in matches))[:_MOST_WORDS]
        yield Reason("words_in_common", say("Words in common: %(words)s.", words=_listed(best)), True)
    elif sum(form in pair.lexicon.source.number for form in ours) >= _FEW_WORDS:
        yield Reason("no_words_in_common", say("No known word has its translation on the other side."))


def _forms(segment: Segment) -> Sequence[tuple[str, str]]:
    return word_forms(segment.text, segment.language)


def _matches(ours: list[str], theirs: list[str], lexicon: Lexicon) -> Iterable[tuple[float, str, str]]:
    """Words that stand for each other far oftener than chance would have it: how telling, and both."""
    source, target = lexicon.source, lexicon.target
    there = {target.number[word]: word for word in theirs if word in target.number}
    here = {source.number[form]: form for form in ours if form in source.number}
    numbers = np.array(list(here), dtype=np.int64)
    starts = np.searchsorted(source.chances.given, numbers)
    counts = np.searchsorted(source.chances.given, numbers + 1) - starts
    entries = np.repeat(starts - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
    words, chances = source.chances.words[entries], source.chances.chances[entries]
    telling = chances * target.counts.sum() / np.maximum(target.counts[words], 1.0) / max(len(ours), 1)
    kept = (chances > _LEAST_CHANCE) & (telling > _TELLING) & np.isin(words, list(there))
    for number, word, weight in zip(
        np.repeat(numbers, counts)[kept].tolist(),
        words[kept].tolist(),
        telling[kept].tolist(),
        strict=True,
    ):
        yield weight * float(source.trust[number]), here[number], there[word]


def _labels(pair: Pair) -> Iterable[Reason]:
    ours, theirs = (label_token(side.label or "") for side in (pair.source, pair.target))
    if ours and theirs:
        agree = ours == theirs
        message = (
            say("Both are item %(label)s.", label=ours)
            if agree
            else say("The labels differ: %(ours)s and %(theirs)s.", ours=ours, theirs=theirs)
        )
        yield Reason("label_agrees" if agree else "label_differs", message, agree)


def _sentences(pair: Pair) -> Iterable[Reason]:
    ours, theirs = sentences_in(pair.source), sentences_in(pair.target)
    if abs(ours - theirs) > 1:
        yield Reason(
            "sentences_differ",
            say("%(ours)s sentences stand against %(theirs)s.", ours=ours, theirs=theirs),
        )


def _zawgyi(pair: Pair) -> Iterable[Reason]:
    for side in (pair.source, pair.target):
        if side.language.split("-")[0] == "my" and detect(side.text).has_zawgyi:
            yield Reason("zawgyi_left", say("The Burmese looks like Zawgyi."))


def _listed(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))


WITNESSES: tuple[Witness, ...] = (
    _zawgyi,
    _labels,
    _figures,
    _length,
    _sentences,
    _names,
    _sounds,
    _words,
)
