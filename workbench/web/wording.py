"""The words of the interface, in English and Burmese.

The words in code and templates are English; `translations/my/messages.po` holds them in Burmese. Babel
collects them and reads the catalogue. Babel writes Latin digits for `my`, so the digits are turned here.
"""

import gettext as catalogues
from collections.abc import Callable
from functools import cache, lru_cache, wraps
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask, has_request_context, session
from markupsafe import Markup

TONGUES = {"en": "English", "my": "မြန်မာ"}
"""The languages of the interface, each by its own name."""

T = TypeVar("T")

_CATALOGUES = Path(__file__).parent / "translations"
_BURMESE_DIGITS = str.maketrans("0123456789", "၀၁၂၃၄၅၆၇၈၉")


def install(app: Flask) -> None:
    """Let templates say `_()` and `{% trans %}`, and write numbers in the reader's digits."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(_look_up, _look_up_many, newstyle=True)  # type: ignore[attr-defined]
    app.jinja_env.filters["digits"] = digits
    app.jinja_env.globals["tongue"] = tongue
    app.context_processor(lambda: {"_": _speaker(tongue())})


def tongue() -> str:
    """The tag of the language in which this person reads the interface."""
    chosen = session.get("tongue", "en") if has_request_context() else "en"
    return chosen if chosen in TONGUES else "en"


def gettext(message: str, **values: Any) -> str:
    """The message in the reader's language, with `%(name)s` filled in."""
    return _look_up(message) % values if values else _look_up(message)


def ngettext(one: str, many: str, number: int, **values: Any) -> str:
    """The message for one or for many, in the reader's language."""
    return _look_up_many(one, many, number) % {"num": digits(number), **values}


def kept(words: Callable[[], T]) -> Callable[[], T]:
    """The same words, put together once for each language; they must follow from nothing else."""
    known: dict[str, T] = {}

    @wraps(words)
    def said() -> T:
        tag = tongue()
        if tag not in known:
            known[tag] = words()
        return known[tag]

    return said


def digits(value: object) -> str:
    """A number or a text with its digits as the reader writes them.

    >>> digits(1250)
    '1250'
    """
    return str(value).translate(_BURMESE_DIGITS) if tongue() == "my" else str(value)


@cache
def sentences(tag: str) -> frozenset[str]:
    """Every sentence that is said in this language, as it is written in English."""
    path = _CATALOGUES / tag / "messages.po"
    with path.open("rb") as stream:
        known = read_po(stream, locale=tag)
    return frozenset(each.id for each in known if isinstance(each.id, str) and each.id)


@cache
def _speaker(tag: str) -> Callable[..., Markup]:
    """`_()` for the templates of one request: a page says hundreds of words, most of them again."""

    def said(message: str, **values: Any) -> Markup:
        return _written(tag, message) % values if values else _filled(tag, message)

    return said


@lru_cache(maxsize=4096)
def _written(tag: str, message: str) -> Markup:
    return Markup(_catalogue(tag).gettext(message))


@lru_cache(maxsize=4096)
def _filled(tag: str, message: str) -> Markup:
    return _written(tag, message) % {}


def _look_up(message: str) -> str:
    return _catalogue(tongue()).gettext(message)


def _look_up_many(one: str, many: str, number: int) -> str:
    return _catalogue(tongue()).ngettext(one, many, number)


@cache
def _catalogue(tag: str) -> catalogues.NullTranslations:
    path = _CATALOGUES / tag / "messages.po"
    if not path.exists():
        return catalogues.NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=tag))
    compiled.seek(0)
    return catalogues.GNUTranslations(compiled)
