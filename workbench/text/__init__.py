"""Characters: bytes to clean Unicode text, and what is right or wrong with it.

Doors: `read` takes bytes to text; `detect`, `convert`, `check` and `mend` answer for Burmese.
"""
