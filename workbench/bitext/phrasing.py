"""What in a text of an exchange file other programs trip over, as (rule, level, sentence)."""

import re
from collections.abc import Iterator
from unicodedata import is_normalized

from workbench.bitext.zawgyi import looks_zawgyi
from workbench.saying import say

Finding = tuple[str, str, str]
LONGEST = 2000
"""Characters a side beyond which Trados' cloud refuses a unit."""
_SPACES = re.compile("  |[\t\n\r]")
_REFERENCE = re.compile("&(nbsp|amp|lt|gt|quot|#\\d+);")


def text_findings(text: str, side: str) -> Iterator[Finding]:
    """What is wrong with one side's text; the side's name stands in each sentence.

    >>> [rule for rule, _, _ in text_findings(" One.  Two.", "source")]
    ['outer-space', 'inner-space']
    """
    yield from _space_findings(text, side)
    if not is_normalized("NFC", text):
        message = say("The %(side)s is not in NFC: equal words will not compare equal.", side=side)
        yield "not-nfc", "warning", message
    if _REFERENCE.search(text):
        message = say("The %(side)s has an entity in its text, as if escaped twice.", side=side)
        yield "escaped-twice", "warning", message
    if len(text) > LONGEST:
        message = say(
            "The %(side)s is longer than %(number)s characters: Trados' cloud refuses it.",
            side=side,
            number=LONGEST,
        )
        yield "long", "warning", message
    if looks_zawgyi(text):
        message = say(
            "The %(side)s is Zawgyi: tools will insert it as if it were Burmese. Convert it.", side=side
        )
        yield "zawgyi", "error", message


def _space_findings(text: str, side: str) -> Iterator[Finding]:
    """White space that keeps tools from matching a text."""
    if text != text.strip(" \t\r\n"):
        message = say(
            "The %(side)s begins or ends with a space: no tool will match it whole.", side=side
        )
        yield "outer-space", "warning", message
    if _SPACES.search(text.strip(" \t\r\n")):
        message = say(
            "The %(side)s has a double space, tab or line break inside: OmegaT will not match it whole.",
            side=side,
        )
        yield "inner-space", "warning", message


def language_findings(tag: str) -> Iterator[Finding]:
    """What is wrong with a language code."""
    if re.search("zawgyi|qaag", tag, re.I):
        message = say(
            "The code %(name)s labels Zawgyi: OmegaT takes it for Burmese and inserts it. Convert it.",
            name=tag,
        )
        yield "zawgyi-label", "error", message
    elif not re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", tag):
        yield (
            "bad-language",
            "error",
            say("“%(name)s” is no BCP 47 language code; write en or my.", name=tag),
        )
    elif tag.split("-")[0].lower() in ("eng", "mya", "bur"):
        yield (
            "long-language",
            "warning",
            say("“%(name)s”: strict tools know only the two-letter code, en or my.", name=tag),
        )
