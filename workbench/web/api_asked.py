"""What a request of the API carries: whose token it is, its parameters, its files.

Whatever is not as the description says is refused with a sentence that names the parameter.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from flask import g, request
from werkzeug.datastructures import MultiDict, WWWAuthenticate
from werkzeug.exceptions import Unauthorized

from workbench.bitext.arriving import Arriving
from workbench.errors import WrongUse
from workbench.services import tokens
from workbench.web.current import reading

T = TypeVar("T")
N = TypeVar("N", int, float)
_BOOLEANS = {"true": True, "false": False, "1": True, "0": False}


def admit() -> None:
    """Let in whoever carries a token, its editor as `g.editor`; refuses with 401 all others.

    A parameter without a name is a slip of whoever wrote the request, and is told.
    """
    given = request.authorization
    secret = given.token if given and given.type == "bearer" else None
    with reading() as session:
        token = tokens.find_token(session, secret) if secret else None
        if token is None:
            raise Unauthorized(
                "Send a token of yours: Authorization: Bearer workbench_... "
                "Tokens are made under Settings or by `workbench token add`.",
                www_authenticate=WWWAuthenticate("bearer"),
            )
        g.editor = token.editor
    if "" in request.args:
        raise WrongUse("A parameter of the address has no name; /api/openapi.json names them all.")


Values = Mapping[str, str]


def whole(name: str, most: int | None = None, values: Values | None = None) -> int | None:
    """A whole number from 1 on, of the query unless values are given; None when it is not there."""
    return parsed(values, name, None, lambda text: _between(_digits(text), 1, most))


def share(name: str, most: float = 1, values: Values | None = None) -> float | None:
    """A number from 0 to 1, or to `most`; None when it is not there."""
    return parsed(values, name, None, lambda text: _between(float(text), 0, most))


def one_of(name: str, allowed: Mapping[str, T], usual: str, values: Values | None = None) -> T:
    """One word of some, each with what it stands for."""
    return parsed(values, name, allowed[usual], allowed.__getitem__)


def some_of(
    name: str, allowed: Mapping[str, T], values: MultiDict[str, str], usual: Sequence[str] = ()
) -> list[T]:
    """Words of some, however often the parameter is there, each with what it stands for."""
    words = values.getlist(name) or usual
    return [_word(name, word, allowed) for word in words]


def _word(name: str, word: str, allowed: Mapping[str, T]) -> T:
    usual = next(iter(allowed.values()))
    return parsed({name: word}, name, usual, allowed.__getitem__)


def flag(name: str, values: Values | None = None) -> bool:
    """Whether a parameter says true."""
    return parsed(values, name, False, _BOOLEANS.__getitem__)


def body() -> object:
    """The JSON that the request carries; None when it carries none, or none that can be read."""
    try:
        return request.get_json(silent=True)
    except RecursionError:  # nested without end
        return None


def files(most: int) -> list[Arriving]:
    """The files of a form, one to so many, each under `file`."""
    found = [each for each in request.files.getlist("file") if each.filename]
    if not 0 < len(found) <= most:
        raise WrongUse(f'Send 1 to {most} files as multipart/form-data under the name "file".')
    return [Arriving(each.filename or "", each.read()) for each in found]


def parsed(values: Values | None, name: str, usual: T, parse: Callable[[str], T]) -> T:
    """What a parameter says; refuses with `WrongUse` what `parse` raises an error for."""
    text = (request.args if values is None else values).get(name)
    if text is None:
        return usual
    try:
        return parse(text)
    except (ValueError, KeyError, OverflowError) as error:
        raise WrongUse(
            f'"{name}" cannot be {text[:40]!r}; /api/openapi.json says what it can.'
        ) from error


def _digits(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def _between(number: N, least: float, most: float | None) -> N:
    if not number >= least or (most is not None and number > most):  # so that NaN is refused as well
        raise ValueError(number)
    return number
