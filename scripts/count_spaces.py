"""Count where Burmese text has spaces, into the table that tells whether a broken line had one.

    python scripts/count_spaces.py TEXT.tsv... > workbench/files/spaces.tsv

Each TEXT is UTF-8 with the Burmese in its second column, tab-separated; only text under a free licence.
A pair of syllables is kept when it was seen three times, a single one when twice. Attribution: NOTICE.
"""

import argparse
import html
from collections.abc import Iterator
from pathlib import Path

from workbench.files.spacing import count

MIN_PAIR, MIN_SINGLE = 3, 2


def texts(paths: list[Path]) -> Iterator[str]:
    """The Burmese of each line."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield html.unescape(line.split("\t")[1])


def main() -> None:
    """Write the table to stdout, in the order of the syllables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="+", type=Path)
    counts = count(texts(parser.parse_args().texts))
    for (before, after), numbers in sorted(counts.items()):
        if sum(numbers) >= (MIN_PAIR if before and after else MIN_SINGLE):
            print(before, after, *numbers, sep="\t")


if __name__ == "__main__":
    main()
