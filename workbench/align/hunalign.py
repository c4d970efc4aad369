"""Ladders in hunalign's form: one rung a line, source place TAB target place TAB score.

The score stands on the rung where its bead begins; the last line is the top of the ladder.
"""

from collections.abc import Iterable
from itertools import pairwise

from workbench.align.ladder import Bead, Ladder
from workbench.errors import BadFile
from workbench.saying import say


def dump(ladder: Ladder) -> Iterable[str]:
    """The lines of a ladder, from rung (0, 0) to the top.

    >>> list(dump(Ladder((Bead((0,), (0, 1), 0.9),), "")))
    ['0\\t0\\t0.9\\n', '1\\t2\\t0\\n']
    """
    i = j = 0
    for bead in ladder.beads:
        yield f"{i}\t{j}\t{bead.score:.4g}\n"
        i, j = i + len(bead.source), j + len(bead.target)
    yield f"{i}\t{j}\t0\n"


def load(lines: Iterable[str], name: str = "ladder") -> Ladder:
    """The ladder of these lines; refuses with `BadFile` and the line when the rungs do not rise.

    >>> load(["0\\t0\\t0.9", "1\\t2\\t0"]).beads
    (Bead(source=(0,), target=(0, 1), score=0.9, reasons=()),)
    """
    rungs = [_rung(line, name, n) for n, line in enumerate(lines, 1) if line.strip()]
    beads = []
    for n, ((i, j, score), (after_i, after_j, _)) in enumerate(pairwise(rungs), 2):
        if after_i < i or after_j < j or (i, j) == (after_i, after_j):
            raise BadFile(
                say("%(name)s, line %(line)s: the rungs of a ladder must rise.", name=name, line=n)
            )
        beads.append(Bead(tuple(range(i, after_i)), tuple(range(j, after_j)), score))
    return Ladder(tuple(beads), "hunalign")


def _rung(line: str, name: str, number: int) -> tuple[int, int, float]:
    parts = line.split("\t")
    try:
        return int(parts[0]), int(parts[1]), float(parts[2]) if len(parts) > 2 else 0.0
    except (ValueError, IndexError) as error:
        sentence = say(
            "%(name)s, line %(line)s: a rung is two whole numbers and a score, with tabs between.",
            name=name,
            line=number,
        )
        raise BadFile(sentence) from error
