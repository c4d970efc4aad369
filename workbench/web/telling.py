"""What a finding about a pair says, in the reader's language.

The words stand here by code, where they can be collected for translation; other findings, about the
spelling of a text and about terms, bring a sentence of their own.
"""

from flask import Flask

from workbench.bitext.checks import PairFinding
from workbench.web.spoken import spoken
from workbench.web.wording import digits
from workbench.web.wording import gettext as _


def install(app: Flask) -> None:
    """Give the templates this filter."""
    app.jinja_env.filters["told"] = told


def told(finding: PairFinding) -> str:
    """The sentence of a finding."""
    words = _by_code().get(finding.code)
    return words % {"matter": digits(finding.matter)} if words else spoken(finding.message)


def _by_code() -> dict[str, str]:
    return {
        "numbers_differ": _("The numbers differ: %(matter)s."),
        "months_differ": _("The months differ: %(matter)s."),
        "brackets_source": _("A bracket of the source is not closed or not opened: %(matter)s"),
        "brackets_target": _("A bracket of the translation is not closed or not opened: %(matter)s"),
        "brackets_differ": _("Only one side has brackets."),
        "quotes_differ": _("Only one side has quotation marks."),
        "end_mark_missing": _("The source ends with a full stop and the translation with none."),
        "question_lost": _("The source asks and the translation does not."),
        "question_added": _("The translation asks and the source does not."),
        "unusually_long": _("The translation is unusually long."),
        "unusually_short": _("The translation is unusually short."),
        "same_as_source": _("Both sides say the same, letter by letter."),
        "repeated_source": _("In the source “%(matter)s” stands twice."),
        "repeated_target": _("In the translation “%(matter)s” stands twice."),
        "address_lost": _("The translation lacks %(matter)s"),
        "name_missing": _("The source lacks “%(matter)s”."),
        "empty_side": _("One side of this pair is empty."),
        "zawgyi_left": _("This sentence is in Zawgyi; convert it to Unicode."),
    }
