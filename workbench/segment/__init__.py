"""Text to segments; nothing is lost."""

from workbench.segment.segments import KINDS, Block, Segment

__all__ = ["KINDS", "Block", "Segment"]
