"""A token opens the door until it is taken away, and the database holds nothing that opens it."""

import pytest
from sqlalchemy import text

from workbench.errors import NotFound, WrongUse
from workbench.services import tokens
from workbench.storage import Database


def test_a_token_is_found_by_its_secret_alone_until_it_is_taken_away(database: Database) -> None:
    with database.transaction() as session:
        token, secret = tokens.add_token(session, " Daw  Hla ", "nightly export")
        _other, another = tokens.add_token(session, "Ko Aung")
    with database.reading() as session:
        found = tokens.find_token(session, secret)
        assert found and (found.editor, found.purpose) == ("Daw Hla", "nightly export")
        assert tokens.find_token(session, secret[:-1]) is None
        assert tokens.find_token(session, found.digest) is None
    with database.transaction() as session:
        tokens.remove_token(session, token.id)
    with database.reading() as session:
        assert tokens.find_token(session, secret) is None
        assert tokens.find_token(session, another)
        assert [each.editor for each in tokens.list_tokens(session)] == ["Ko Aung"]


def test_no_column_holds_the_secret(database: Database) -> None:
    with database.transaction() as session:
        _token, secret = tokens.add_token(session, "Daw Hla")
    with database.reading() as session:
        (row,) = session.execute(text("SELECT * FROM token")).all()
    assert all(secret not in str(value) and secret[10:] not in str(value) for value in row)


@pytest.mark.parametrize("editor, purpose", [("", ""), ("  ", ""), ("a" * 61, ""), ("a", "b" * 101)])
def test_a_token_needs_a_name(database: Database, editor: str, purpose: str) -> None:
    with pytest.raises(WrongUse), database.transaction() as session:
        tokens.add_token(session, editor, purpose)


def test_a_token_that_is_not_there_cannot_be_taken_away(database: Database) -> None:
    with pytest.raises(NotFound, match="no token 7"), database.transaction() as session:
        tokens.remove_token(session, 7)
