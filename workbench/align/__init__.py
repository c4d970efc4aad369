"""Two lists of segments to a ladder."""

from workbench.align.again import align_again
from workbench.align.aligner import align
from workbench.align.dotplot import Dot, cloud
from workbench.align.ladder import Bead, Ladder, Reason
from workbench.align.learning import learn
from workbench.align.lexicon import Lexicon
from workbench.align.rescoring import rescored

__all__ = [
    "Bead",
    "Dot",
    "Ladder",
    "Lexicon",
    "Reason",
    "align",
    "align_again",
    "cloud",
    "learn",
    "rescored",
]
