"""The workbench takes an English text and its Burmese translation from files to TMX.

A text makes one journey: bytes, text, segments, beads, units, people, TMX. Each folder is one stage
of it, in that order, and each has one door. ARCHITECTURE.md draws the map.
"""
