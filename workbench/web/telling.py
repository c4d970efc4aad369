"""What a finding about a pair says on a page, in the reader's language.

The desk names the sides where a finding alone, as programs get it, need not; all others are said as they
are (`spoken`).
"""

from flask import Flask

from workbench.bitext.checks import PairFinding
from workbench.web.spoken import spoken
from workbench.web.wording import gettext as _
from workbench.web.wording import kept


def install(app: Flask) -> None:
    """Give the templates this filter."""
    app.jinja_env.filters["told"] = told


def told(finding: PairFinding) -> str:
    """The sentence of a finding."""
    words = _named_sides().get(finding.code)
    return words % {"matter": finding.matter} if words else spoken(finding.message)


@kept
def _named_sides() -> dict[str, str]:
    return {
        "brackets_source": _("A bracket of the source is not closed or not opened: %(matter)s"),
        "brackets_target": _("A bracket of the translation is not closed or not opened: %(matter)s"),
        "end_mark_missing": _("The source ends with a full stop and the translation with none."),
        "question_lost": _("The source asks and the translation does not."),
        "question_added": _("The translation asks and the source does not."),
        "unusually_long": _("The translation is unusually long."),
        "unusually_short": _("The translation is unusually short."),
        "repeated_source": _("In the source “%(matter)s” stands twice."),
        "repeated_target": _("In the translation “%(matter)s” stands twice."),
        "address_lost": _("The translation lacks %(matter)s"),
        "zawgyi_left": _("This sentence is in Zawgyi; convert it to Unicode."),
    }
