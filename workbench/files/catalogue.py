"""gettext catalogues: each message and its translation, like the two columns of a table."""

from collections.abc import Iterator

import polib

from workbench.errors import BadFile
from workbench.files.drafts import Draft, blocks_of
from workbench.files.opened import Opened
from workbench.saying import say
from workbench.text.decoding import decode


def open_po(content: bytes, language: str) -> Opened:
    """The messages of a catalogue and their translations; obsolete ones are left out."""
    text, encoding = decode(content)
    try:
        entries = polib.pofile(text if "\n" in text else f"{text}\n")
    except (OSError, ValueError, UnicodeError) as error:
        raise BadFile(say("This gettext catalogue cannot be read (%(error)s).", error=error)) from error
    drafts = [draft for number, each in enumerate(entries, start=1) for draft in _entry(each, number)]
    blocks, remarks = blocks_of(drafts, language)
    return Opened(blocks, "po", remarks, encoding)


def _entry(entry: polib.POEntry, number: int) -> Iterator[Draft]:
    if entry.obsolete:
        return
    plurals = [text for _, text in sorted(entry.msgstr_plural.items())]
    for column, texts in (("A", [entry.msgid, entry.msgid_plural]), ("B", [entry.msgstr, *plurals])):
        for text in dict.fromkeys(filter(None, texts)):
            yield Draft(text, "table_cell", place=f"entry!{column}{number}")
