"""What is wrong with a text in Unicode."""

import re

from workbench.text.findings import Finding, Level

_ORDER = re.compile("([ု-ူ])([ိီ])|(ှ)(ွ)|(ွ)(ျ)")


def check(text: str, language: str = "my") -> list[Finding]:
    """The findings of a text, in order of their place.

    >>> check("ပုိ")[0].fix
    'ို'
    """
    if language != "my":
        return []
    return [
        Finding("004", Level.ERROR, *found.span(), "Signs out of order.", found[0], found[0][::-1])
        for found in _ORDER.finditer(text)
    ]
