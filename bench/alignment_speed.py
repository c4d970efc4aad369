"""How fast texts are aligned: `python -m bench.alignment_speed [SEGMENTS ...]`, 1000 and 10000 without.

The samples' sentences, drawn at random, some of them left out on one side. Beside it in the same run:
the same search by lengths alone, and nltk's Gale-Church where nltk is installed. One thread for all.
"""

import importlib.util
import os
import random
import resource as machine
import subprocess
import sys
import time
from collections.abc import Callable

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from workbench.align import Bead, align
from workbench.align.weights import Weights, shipped
from workbench.resources import resource
from workbench.segment import Segment, segment
from workbench.text import ENGLISH, MYANMAR, read

SIZES = (1000, 10_000)
START = """
import time; begun = time.perf_counter()
from workbench.align import align
from workbench.segment import Segment
source = [Segment(f"Item {n}") for n in range(100)]
align(source, [Segment(f"အချက် {n}", language="my") for n in range(100)])
print(f"start-up to the beads of 100 segments: {time.perf_counter() - begun:.2f} s")
"""


def pairs() -> list[tuple[Segment, Segment]]:
    """Sentences of the samples, beads of one to one."""
    found = []
    for folder in sorted(resource("seeds").iterdir()):
        texts = [
            read((folder / f"{each.tag}.txt").read_bytes(), each).text for each in (ENGLISH, MYANMAR)
        ]
        sides = segment(texts[0], "en"), segment(texts[1], "my")
        for bead in align(*sides, explain=False).beads:
            if len(bead.source) == len(bead.target) == 1 and bead.score > 0.9:
                found.append((sides[0][bead.source[0]], sides[1][bead.target[0]]))
    return found


def document(size: int) -> tuple[list[Segment], list[Segment]]:
    """Two texts of about so many segments, a tenth of them without a partner."""
    rng = random.Random(size)
    drawn = [rng.choice(pairs_found) for _ in range(size)]
    sides = ([pair[side] for pair in drawn if rng.random() > 0.05] for side in (0, 1))
    source, target = (list(side) for side in sides)
    return source, target


def measured(name: str, run: Callable[[], object]) -> None:
    """Run once and tell the processor's time (of one thread) and the most memory so far."""
    begun = time.process_time()
    run()
    seconds = time.process_time() - begun
    memory = machine.getrusage(machine.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {name:<24}{seconds:8.2f} s{memory:8.0f} MB")


def gale_church(source: list[Segment], target: list[Segment]) -> list[Bead]:
    """The beads of nltk's aligner, by characters."""
    from nltk.translate.gale_church import align_blocks

    sides = ([len(each.text) for each in side] for side in (source, target))
    beads: list[tuple[list[int], list[int]]] = []
    for i, j in sorted(align_blocks(*sides)):
        if beads and (i in beads[-1][0] or j in beads[-1][1]):
            beads[-1][0].append(i)
            beads[-1][1].append(j)
        else:
            beads.append(([i], [j]))
    return [Bead(tuple(sorted(set(ours))), tuple(sorted(set(theirs)))) for ours, theirs in beads]


if __name__ == "__main__":
    subprocess.run([sys.executable, "-c", START], check=True)
    pairs_found = pairs()
    lengths = Weights({"lengths": shipped().features["lengths"]}, shipped().shapes)
    for size in [int(each) for each in sys.argv[1:]] or SIZES:
        source, target = document(size)
        print(f"{len(source)} and {len(target)} segments")
        measured("with reasons", lambda s=source, t=target: align(s, t))
        measured("without reasons", lambda s=source, t=target: align(s, t, explain=False))
        measured("lengths alone", lambda s=source, t=target: align(s, t, weights=lengths, explain=False))
        if importlib.util.find_spec("nltk") and size <= 1000:
            measured("nltk, Gale-Church", lambda s=source, t=target: gale_church(s, t))
