"""The door `align`: which evidence, which band, which ladder."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from workbench.align.crossings import crossings
from workbench.align.deciding import solve
from workbench.align.gathering import gather
from workbench.align.hints import hints
from workbench.align.ladder import Bead, Ladder, Side
from workbench.align.learning import lexicon_for, taught
from workbench.align.lengths import Lengths
from workbench.align.lexicon import Lexicon
from workbench.align.neural import Encoder, vectors
from workbench.align.pieces import Linked, solve_in_pieces
from workbench.align.reasons import explained
from workbench.align.remarks import remarks
from workbench.align.ties import Groups, Pin, as_one, tie
from workbench.align.weights import Weights, shipped


def align(
    source: Side,
    target: Side,
    *,
    fixed: Sequence[Bead] = (),
    pins: Sequence[Pin] = (),
    terms: Sequence[tuple[str, str]] = (),
    lexicon: Lexicon | None = None,
    weights: Weights | None = None,
    encoder: Encoder | None = None,
    explain: bool = True,
) -> Ladder:
    """The ladder with the most right beads to be expected, each with its chance of being right.

    `fixed` beads come back exactly as they are and teach their words; each of `pins` names a source and
    a target segment that must share a bead; `terms` is a glossary; `lexicon` takes the place of the one
    in the package; `encoder` is a model of sentence vectors; without `explain` beads carry no reasons.
    Raises ValueError when fixed beads or pins overlap, cross or leave the texts.
    """
    weights = weights or shipped()
    kept = {_key(bead): bead for bead in fixed}
    ours, theirs, ties = tie(fixed, pins, (len(source), len(target)))
    if not source or not target:
        lonely = [Bead(group, (), 1.0) for group in ours] + [Bead((), group, 1.0) for group in theirs]
        beads = tuple(kept.get(_key(bead), bead) for bead in lonely)
        return Ladder(beads, weights.signature, remarks=remarks(source, target, beads))
    texts = [as_one(source, group) for group in ours], [as_one(target, group) for group in theirs]
    words = taught(lexicon or lexicon_for(source[0].language, target[0].language), fixed, source, target)
    evidence = gather(*texts, words, hints(*texts, dict(terms)))
    if encoder:
        found = [vectors(encoder, [each.text for each in side]) for side in texts]
        evidence = replace(evidence, vectors=(found[0], found[1]))
    links = solve_in_pieces(evidence, ties, partial(solve, weights))
    tell: Tell = partial(_bead, ours, theirs, weights)
    if explain:
        tell = _telling(tell, source, target, words, evidence.measured())
    beads = tuple(kept.get(_key(bead), bead) for bead in map(tell, links))
    free = [link for link, bead in zip(links, beads, strict=True) if _key(bead) not in kept]
    apart = tuple(map(tell, crossings(evidence, free, weights)))
    content = sum(link.content for link in links) if words else None
    telling = [bead for bead in beads if _key(bead) not in kept or all(_key(bead))]
    return Ladder(beads, weights.signature, apart, remarks(source, target, telling, content))


Tell = Callable[[Linked], Bead]


def _bead(ours: Groups, theirs: Groups, weights: Weights, link: Linked) -> Bead:
    """The bead of a link between groups, as a bead between segments with a calibrated score."""
    score = weights.score(link.chance, link.content) if link.source and link.target else link.chance
    return Bead(_members(ours, link.source), _members(theirs, link.target), round(float(score), 4))


def _telling(
    tell: Tell,
    source: Side,
    target: Side,
    words: Lexicon | None,
    lengths: Lengths,
) -> Tell:
    return lambda link: explained(tell(link), source, target, words, lengths)


def _key(bead: Bead) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return bead.source, bead.target


def _members(groups: Groups, numbers: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(segment for number in numbers for segment in groups[number])
