"""Glossaries as TBX (TBX-Basic, ISO 30042), read in either of its two shapes, old and new.

The reader takes `termEntry`/`langSet`/`tig` and `conceptEntry`/`langSec`/`termSec` alike. It loads no
entity and nothing from elsewhere, and reads a damaged file as far as it goes.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, BinaryIO

from lxml import etree

from workbench.bitext.cleaning import clean
from workbench.bitext.glossaries import sound
from workbench.bitext.report import Report
from workbench.bitext.terms import Term
from workbench.bitext.xmlio import events
from workbench.errors import BadFile
from workbench.saying import say

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTRIES = ("{*}termEntry", "{*}conceptEntry")
_MOST = 8
"""Synonyms of one language taken from one entry."""


def write(terms: Iterable[Term], out: BinaryIO, *, title: str) -> int:
    """Write one entry a term; how many."""
    martif = etree.Element("martif", {"type": "TBX-Basic", _LANG: "en"})
    header = etree.SubElement(etree.SubElement(martif, "martifHeader"), "fileDesc")
    source = etree.SubElement(header, "sourceDesc")
    etree.SubElement(source, "p").text = clean(title)[0] or "Glossary"
    body = etree.SubElement(etree.SubElement(martif, "text"), "body")
    count = 0
    for count, term in enumerate(terms, start=1):
        _write_entry(body, term, count)
    out.write(etree.tostring(martif, xml_declaration=True, encoding="UTF-8", pretty_print=True))
    return count


def _write_entry(body: Any, term: Term, number: int) -> None:
    entry = etree.SubElement(body, "termEntry", id=f"t{number}")
    if term.note:
        etree.SubElement(entry, "note").text = clean(term.note)[0]
    for language, text in ((term.source_language, term.source), (term.target_language, term.target)):
        words = etree.SubElement(etree.SubElement(entry, "langSet", {_LANG: language}), "tig")
        etree.SubElement(words, "term").text = clean(text)[0]


def read(
    stream: BinaryIO, report: Report, *, source_language: str = "en", target_language: str = "my"
) -> Iterator[Term]:
    """The terms of a TBX that are in both languages; refuses with `BadFile` what is no TBX."""
    entries = 0
    try:
        for _event, entry in events(stream, _ENTRIES):
            entries += 1
            yield from _terms(entry, source_language, target_language, report)
    except etree.XMLSyntaxError as error:
        report.leave_out(
            "broken", say("The file is broken here: %(error)s", error=error.msg), line=error.lineno or 0
        )
    if not entries:
        raise BadFile(say("This is no TBX file: it has no entry (termEntry or conceptEntry)."))


def _terms(entry: Any, source_language: str, target_language: str, report: Report) -> Iterator[Term]:
    line = entry.sourceline or 0
    words = [_words(entry, language) for language in (source_language, target_language)]
    note = next(("".join(each.itertext()) for each in entry.iterfind(".//{*}note")), "")
    if not all(words):
        lacking = target_language if words[0] else source_language
        report.leave_out(
            "language", say("The entry has no term in “%(name)s”; left out.", name=lacking), line=line
        )
    for source, target in product(*words):
        if term := sound(source, target, note, (source_language, target_language), line, report):
            yield term


def _words(entry: Any, language: str) -> list[str]:
    """The terms of an entry in a language, whatever its region."""
    found = [
        "".join(term.itertext())
        for part in entry.iterchildren("{*}langSet", "{*}langSec")
        if (part.get(_LANG) or "").lower().replace("_", "-").split("-")[0] == language.split("-")[0]
        for term in part.iter("{*}term")
    ]
    return found[:_MOST]
