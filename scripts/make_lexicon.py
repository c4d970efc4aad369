"""The lexicon of the package, learnt from parallel text: python scripts/make_lexicon.py FOLDER

FOLDER holds files of pairs, `English TAB Burmese` a line, named `*.tsv`. CLDR's names of countries,
languages, months and weekdays are added from ICU, and from `burmese_names.tsv` beside this script the
usual spellings of Burmese personal and place names, each counted a few times: they are certain.
"""

import sys
from pathlib import Path

from workbench.align import lexicon
from workbench.text.names import names

CERTAIN = 3


def pairs(folder: Path) -> list[tuple[str, str]]:
    """All pairs of the folder's files, in the order of their names."""
    lines = [
        line for path in sorted(folder.glob("*.tsv")) for line in path.read_text("utf-8").splitlines()
    ]
    cells = [line.split("\t") for line in lines]
    return [(each[0], each[1]) for each in cells if len(each) >= 2]


if __name__ == "__main__":
    known = [*names("en", "my").items(), *pairs(Path(__file__).parent) * CERTAIN]
    learnt = lexicon.from_pairs([*pairs(Path(sys.argv[1])), *known], ("en", "my"))
    lexicon.save(learnt, lexicon.SHIPPED)
    print(f"{len(learnt.source.number)} English and {len(learnt.target.number)} Burmese words")
