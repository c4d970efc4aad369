"""Text to segments; nothing is lost.

Doors: `blocks` finds the paragraphs, headings and list items of a text, `segment` their sentences;
`lines` takes one segment a line for text that is segmented already.
"""

from workbench.segment.blocks import blocks
from workbench.segment.exceptions import CutException
from workbench.segment.segmenter import lines, of_blocks, segment
from workbench.segment.segments import KINDS, Block, Segment, make_segment

__all__ = [
    "KINDS", "Block", "CutException", "Segment", "blocks", "lines", "make_segment", "of_blocks",
    "segment",
]  # fmt: skip
