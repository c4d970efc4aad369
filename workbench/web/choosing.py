"""What an address chooses of a project to take out; the pages and the API ask in the same words."""

from flask import request
from werkzeug.datastructures import MultiDict

from workbench.bitext.codes import pair_from
from workbench.bitext.selecting import SAID, Selection, stretch
from workbench.bitext.units import STATUSES, Status
from workbench.segment import KINDS
from workbench.services.export import Choices
from workbench.text import Level
from workbench.web.api_asked import flag, one_of, parsed, share, some_of, whole

_LEVELS: dict[str, Level | None] = {"": None, **{each.value: each for each in Level}}
_STATUSES: dict[str, Status | None] = {"all": None, **STATUSES}


def chosen() -> Choices:
    """The choices of this request; refuses with `WrongUse` what cannot be, not what is empty."""
    asked = MultiDict((name, value) for name, value in request.args.items(multi=True) if value)
    statuses = some_of("status", _STATUSES, asked, ("confirmed",))
    kinds = some_of("kind", {each: each for each in KINDS}, asked)
    without = some_of("without", {each: each for each in SAID}, asked)
    return Choices(
        Selection(
            None if None in statuses else frozenset(each for each in statuses if each),
            share("min_score", values=asked),
            whole("longest", values=asked),
            frozenset(kinds) or None,
            parsed(asked, "blocks", None, stretch),
        ),
        clean=one_of("clean", _LEVELS, "", asked),
        languages=parsed(asked, "languages", None, pair_from),
        without=frozenset(SAID if flag("bare", asked) else without),
        findings=flag("findings", asked),
        strip_zwsp=flag("strip_zwsp", asked),
    )
