"""Tokens of the API: made for an editor and shown once, found again by their hash, taken away."""

from hashlib import sha256
from secrets import token_urlsafe

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.bitext.acts import typed
from workbench.errors import NotFound, WrongUse
from workbench.saying import say
from workbench.storage.tokens import Token

NAME_LENGTH = 60
PURPOSE_LENGTH = 100
_PREFIX = "workbench_"
"""So that a token that was left in a file is known for what it is."""


def add_token(session: Session, editor: str, purpose: str = "") -> tuple[Token, str]:
    """A new token for an editor, and the secret, which is nowhere kept."""
    editor, purpose = (" ".join(typed(each).split()) for each in (editor, purpose))
    if not 0 < len(editor) <= NAME_LENGTH:
        raise WrongUse(
            say("A token needs the name of its editor, 1 to %(number)s characters.", number=NAME_LENGTH)
        )
    if len(purpose) > PURPOSE_LENGTH:
        raise WrongUse(
            say("Say in at most %(number)s characters what the token is for.", number=PURPOSE_LENGTH)
        )
    secret = _PREFIX + token_urlsafe(32)
    token = Token(editor=editor, purpose=purpose, digest=_digest(secret))
    session.add(token)
    session.flush()
    return token, secret


def list_tokens(session: Session) -> list[Token]:
    """All tokens, the oldest first."""
    return list(session.scalars(select(Token).order_by(Token.id)))


def find_token(session: Session, secret: str) -> Token | None:
    """The token of this secret, if there is one."""
    return session.scalars(select(Token).where(Token.digest == _digest(secret))).one_or_none()


def remove_token(session: Session, token_id: int) -> Token:
    """Take a token away; whoever carries it is refused from now on."""
    token = session.get(Token, token_id)
    if token is None:
        raise NotFound(say("There is no token %(number)s.", number=token_id))
    session.delete(token)
    return token


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
