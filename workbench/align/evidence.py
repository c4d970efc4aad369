"""Everything that speaks for or against a bead, as named features; each can be switched off.

| feature | what |
|---|---|
| lengths | characters of both sides, the ratio fitted to the document |
| more_sentences, fewer_sentences | sentence signs that one side of the bead has more of |
| numbers | numbers in digits of either script that have the same value across |
| numerals | numbers written as words that have the same value across |
| dates | months, days and weekdays across, whatever the form of the date |
| shared | Latin words, glossary terms, CLDR's names, whole equal lines |
| source_words, target_words | words of that side that the lexicon finds on the other |
| sounds | lines that are names and sound alike, in whichever script |
| labels, kinds | list labels and kinds of block |
| meaning | sentence vectors, only when there is a model |
| blocks | a bead that begins or ends a block on one side only, or joins two |
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from workbench.align.beads import SHAPES, WIDEST, Band, Floats, Ints
from workbench.align.explaining import source_explained, target_explained
from workbench.align.lengths import Lengths, bead_lengths, length_evidence, measured
from workbench.align.neural import meaning
from workbench.align.sounds import Sounds, sound_evidence
from workbench.align.streams import TOKEN_KINDS, Stream, Translations

STREAM_FEATURES = (
    "numbers", "numerals", "dates", "shared", "source_words", "target_words", "labels", "kinds",
)  # fmt: skip
FEATURES = ("lengths", "more_sentences", "fewer_sentences", "blocks", "sounds", *STREAM_FEATURES)
CONTENT = (*STREAM_FEATURES, "sounds", "meaning")
"""The features that tell what a text says, not how it is built."""

_MOST_SENTENCES = 3.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Two texts made comparable once; `scores` weighs the features for every bead of a band."""

    streams: tuple[Stream, Stream]
    tables: tuple[Translations, Translations]
    lengths: tuple[Floats, Floats]
    sentences: tuple[Floats, Floats]
    blocks: tuple[Ints, Ints]
    sounds: tuple[Sounds, Sounds]
    usual_ratio: float | None = None
    vectors: tuple[Floats, Floats] | None = None

    def measured(self) -> Lengths:
        """The lengths of this document, before any bead is known."""
        return measured(*self.lengths, self.usual_ratio)

    def part(self, ours: Ints, kept: Ints) -> "Evidence":
        """The same evidence for some of the source and some of the target segments, in order."""
        return Evidence(
            (self.streams[0].part(ours), self.streams[1].part(kept)),
            self.tables,
            (self.lengths[0][ours], self.lengths[1][kept]),
            (self.sentences[0][ours], self.sentences[1][kept]),
            (self.blocks[0][ours], self.blocks[1][kept]),
            (self.sounds[0][ours], self.sounds[1][kept]),
            self.usual_ratio,
            self.vectors and (self.vectors[0][ours], self.vectors[1][kept]),
        )

    def scores(
        self, band: Band, weights: Mapping[str, float], lengths: Lengths, widest: int = WIDEST
    ) -> Floats:
        """The weighted evidence of every bead, (shapes, rungs, width); without a weight: off.

        `widest`: up to how many segments of a side the tokens of a bead are compared.
        """
        result = np.zeros((len(SHAPES), band.sources + 1, band.width))
        if weights.get("lengths"):
            result += weights["lengths"] * length_evidence(lengths, *self.lengths, band)
        result += self._sentences(
            band, weights.get("more_sentences", 0), weights.get("fewer_sentences", 0)
        )
        if weights.get("blocks"):
            result += weights["blocks"] * self._blocks(band)
        if weights.get("sounds"):
            result += weights["sounds"] * sound_evidence(*self.sounds, band)
        if self.vectors and weights.get("meaning"):
            result += weights["meaning"] * meaning(*self.vectors, band)
        for side, explained in ((1, target_explained), (0, source_explained)):
            names = _features_of(("source_words", "target_words")[side])
            streams = list(self.streams)
            streams[side] = streams[side].weighed(np.array([weights.get(name, 0.0) for name in names]))
            if len(streams[side].types):
                result += explained(streams[0], streams[1], self.tables[1 - side], band, widest)
        return result

    def _sentences(self, band: Band, more: float, fewer: float) -> Floats:
        def surplus(k: int, ours: Floats, theirs: Floats) -> Floats:
            difference = np.clip(ours - theirs, -_MOST_SENTENCES, _MOST_SENTENCES)
            return np.where(difference > 0, more, -fewer) * difference

        return summed(self.sentences, band, surplus)

    def _blocks(self, band: Band) -> Floats:
        """1, less one for each end where only one side changes block and for each join of two blocks.

        Where no block holds two segments, blocks say nothing.
        """
        result = np.zeros((len(SHAPES), band.sources + 1, band.width))
        counts = [len(np.unique(side)) for side in self.blocks]
        single = all(count == len(side) for count, side in zip(counts, self.blocks, strict=True))
        if single or min(counts) < 2:
            return result
        ours, theirs = (np.concatenate([[1.0], np.diff(side) != 0, [1.0]]) for side in self.blocks)
        rows, columns = np.arange(band.sources + 1)[:, None], np.minimum(band.columns(), band.targets)
        for k, (a, b) in enumerate(SHAPES):
            if a and b:
                begin_row, begin_column = np.maximum(rows - a, 0), np.maximum(columns - b, 0)
                ends = np.abs(ours[rows] - theirs[columns]) + np.abs(
                    ours[begin_row] - theirs[begin_column]
                )
                joins = bead_lengths(ours[1:], rows - 1, a - 1) + bead_lengths(
                    theirs[1:], columns - 1, b - 1
                )
                result[k] = 1.0 - ends - joins
        return result


def _features_of(words: str) -> Iterable[str]:
    """The features of the kinds of token, in their order, with that of the words of one side."""
    return (words if kind == "words" else kind for kind in TOKEN_KINDS)


def summed(
    values: tuple[Floats, Floats], band: Band, score: Callable[[int, Floats, Floats], Floats]
) -> Floats:
    """A score of the summed values of both sides, for beads with two sides."""
    rows, columns = np.arange(band.sources + 1), np.minimum(band.columns(), band.targets)
    result = np.zeros((len(SHAPES), *columns.shape))
    for k, (a, b) in enumerate(SHAPES):
        if a and b:
            result[k] = score(
                k, bead_lengths(values[0], rows, a)[:, None], bead_lengths(values[1], columns, b)
            )
    return result
