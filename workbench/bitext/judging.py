"""Will this file work? The validators by the format that a file is in."""

from workbench.bitext import tmx, xliff
from workbench.bitext.arriving import Arriving
from workbench.bitext.formats import kind
from workbench.bitext.report import Report
from workbench.errors import BadFile
from workbench.saying import say

_VALIDATORS = {"tmx": tmx.validate, "xlf": xliff.validate, "xliff": xliff.validate}


def is_judged(file: Arriving) -> bool:
    """Whether a file is in a format that has a validator."""
    return kind(file.stream(), file.name) in _VALIDATORS


def judge(file: Arriving) -> Report:
    """What is wrong with a TMX or XLIFF, by line, unit and rule; refuses with `BadFile` any other."""
    form = kind(file.stream(), file.name)
    if form not in _VALIDATORS:
        raise BadFile(
            say("%(name)s is neither TMX nor XLIFF; these two can be validated.", name=file.name)
        )
    return _VALIDATORS[form](file.stream())
