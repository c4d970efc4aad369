"""What a person can mend, said in words a translator understands.

The message of a `WorkbenchError` is the sentence that is shown: what is wrong, where, and what to do.
The edges choose the status: `web.faults` a page, `cli` an exit code. A programmer's mistake is a
`ValueError` or `TypeError` and is never caught.
"""


class WorkbenchError(Exception):
    """Something a person can mend."""


class UnreadableText(WorkbenchError):
    """Bytes that are not the text they were said to be."""


class BadFile(WorkbenchError):
    """A file that is damaged, hostile, of another kind than its name says, or not one of ours."""


class TooLong(WorkbenchError):
    """More than one request or one command can take."""


class WrongUse(WorkbenchError):
    """A form or command that asks for what cannot be."""


class NotFound(WorkbenchError):
    """Nothing of that name or number is here."""


class EditConflict(WorkbenchError):
    """Somebody else has changed the unit since this form was made.

    Carries the unit's number and what the person wanted to write, so that both texts can be shown.
    """

    def __init__(self, message: str, unit_id: int | None = None, wanted: str | None = None) -> None:
        super().__init__(message)
        self.unit_id = unit_id
        self.wanted = wanted


class NothingToExport(WorkbenchError):
    """No unit has the status that was asked for."""


class StoreUnavailable(WorkbenchError):
    """The data folder or the database cannot be opened or written."""
