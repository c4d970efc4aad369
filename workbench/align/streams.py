"""Texts as streams of token numbers, and the table of what a token of one may become in the other."""

from dataclasses import dataclass, replace

import numpy as np

from workbench.align.beads import Floats, Ints

TOKEN_KINDS = ("numbers", "numerals", "dates", "shared", "words", "labels", "kinds")
"""What a token may be; each has a feature of its name, words one for each side."""
NUMBERS, NUMERALS, DATES, SHARED, WORDS, LABELS, KINDS = range(len(TOKEN_KINDS))


@dataclass(frozen=True, slots=True)
class Stream:
    """The tokens of one text: the type of each and where each segment's begin; and for each type its
    kind, how far it is trusted, how often it is met by chance, and the weight of its evidence.

    A token is explained by tokens of its own kind only, so they alone share the chance: `sizes` counts
    them, shape (segments, kinds).
    """

    types: Ints
    bounds: Ints
    sizes: Floats
    kind: Ints
    trust: Floats
    background: Floats
    weight: Floats

    def part(self, segments: Ints) -> "Stream":
        """The same stream with only these segments, in order."""
        counts = np.diff(self.bounds)[segments]
        bounds = np.concatenate([[0], np.cumsum(counts)])
        places = np.repeat(self.bounds[segments] - bounds[:-1], counts) + np.arange(bounds[-1])
        return replace(self, types=self.types[places], bounds=bounds, sizes=self.sizes[segments])

    def weighed(self, by_kind: Floats) -> "Stream":
        """Only the tokens that can be explained and whose kind has a weight, with that weight."""
        weight = by_kind[self.kind]
        telling = (weight * self.trust != 0)[self.types]
        bounds = np.concatenate([[0], np.cumsum(telling)])[self.bounds]
        return replace(self, types=self.types[telling], bounds=bounds, weight=weight)


@dataclass(frozen=True, slots=True)
class Translations:
    """For each type of one side, the types of the other that it may become: rows in compressed form."""

    starts: Ints
    types: Ints
    chances: Floats


def offered(stream: Stream, segments: range, table: Translations, types: int) -> Floats:
    """The summed chance that each segment gives each type of the other side, (segments, types)."""
    bounds = stream.bounds[segments.start : segments.stop + 1]
    mine = stream.types[bounds[0] : bounds[-1]]
    owner = np.repeat(np.arange(len(segments)), np.diff(bounds))
    counts = table.starts[mine + 1] - table.starts[mine]
    skipped = np.repeat(table.starts[mine] - np.cumsum(counts) + counts, counts)
    entries = skipped + np.arange(len(skipped))
    place = np.repeat(owner, counts) * types + table.types[entries]
    summed = np.bincount(place, weights=table.chances[entries], minlength=len(segments) * types)
    return np.asarray(summed, dtype=float).reshape(len(segments), types)
