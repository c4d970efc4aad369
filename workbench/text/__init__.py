"""Characters: bytes to clean Unicode text, and what is right or wrong with it.

Doors: `read` takes bytes to text; `detect`, `convert`, `check` and `mend` answer for Burmese.
"""

from workbench.text.checking import check
from workbench.text.conversion import convert
from workbench.text.documents import detect_lines, unicode_of
from workbench.text.findings import Finding, Level
from workbench.text.languages import ENGLISH, MYANMAR, Language, language, primary
from workbench.text.mending import Mended, mend
from workbench.text.policies import Choice, Policy
from workbench.text.reading import Reading, Remark, read
from workbench.text.zawgyi import Detection, Verdict, detect

__all__ = [
    "ENGLISH", "MYANMAR", "Choice", "Detection", "Finding", "Language", "Level", "Mended", "Policy",
    "Reading", "Remark", "Verdict",
    "check", "convert", "detect", "detect_lines", "language", "mend", "primary", "read", "unicode_of",
]  # fmt: skip
