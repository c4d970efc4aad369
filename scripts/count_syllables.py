"""Count the syllables of Burmese text into the table that the Zawgyi detector reads.

    python scripts/count_syllables.py TEXT.tsv... --words scripts/pali_words.txt > burmese.tsv

Each TEXT is UTF-8 with the Burmese in its second column, tab-separated; only text under a free licence.
The words are counted with a small weight: Pali loans that short texts do not hold. A pair of syllables
is kept when it was seen three times and five times oftener than chance. Attribution: NOTICE.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from workbench.text.syllables import CLUSTER, syllables_of

WORD_WEIGHT = 3
MIN_COUNT, MIN_LIFT = 3, 5


def sentences(paths: list[Path]) -> Iterator[str]:
    """The Burmese of each line."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            yield from (line.rstrip("\n").split("\t")[1] for line in lines)


def count(
    texts: Iterator[str], weight: int, singles: Counter[str], pairs: Counter[tuple[str, str]]
) -> None:
    """Add the syllables of these texts, and their pairs, to the counts."""
    for text in texts:
        syllables = [each for cluster in CLUSTER.findall(text) for each in syllables_of(cluster)[0]]
        for each in syllables:
            singles[each] += weight
        for pair in pairwise(syllables):
            pairs[pair] += weight


def kept(singles: Counter[str], pairs: Counter[tuple[str, str]]) -> Iterator[tuple[str, int]]:
    """The pairs worth keeping, as two words."""
    total = singles.total()
    for (first, second), number in pairs.items():
        if number >= MIN_COUNT and number * total >= MIN_LIFT * singles[first] * singles[second]:
            yield f"{first} {second}", number


def main() -> None:
    """Write the table to stdout, syllables first, the most frequent first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--words", type=Path)
    arguments = parser.parse_args()
    singles: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    count(sentences(arguments.texts), 1, singles, pairs)
    if arguments.words:
        words = iter(arguments.words.read_text(encoding="utf-8").split())
        count(words, WORD_WEIGHT, singles, pairs)
    for table in (singles.items(), kept(singles, pairs)):
        for what, number in sorted(table, key=lambda item: (-item[1], item[0])):
            print(f"{what}\t{number}")


if __name__ == "__main__":
    main()
