"""The tokens by which programs come in: whose they are and what for; never the token itself."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from workbench.storage.tables import Base, now


class Token(Base):
    """A token of an editor; only its SHA-256 is kept, so that a copy of the database opens nothing.

    A token is 256 random bits: a plain hash of it cannot be guessed, and needs no salt.
    """

    __tablename__ = "token"

    id: Mapped[int] = mapped_column(primary_key=True)
    editor: Mapped[str]
    purpose: Mapped[str]
    digest: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
