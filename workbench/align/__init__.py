"""Two lists of segments to a ladder."""

from workbench.align.aligner import align
from workbench.align.ladder import Bead, Ladder, Reason

__all__ = ["Bead", "Ladder", "Reason", "align"]
