"""Files that are wrong in the ways that files are, each with what a person is told of it."""

import io
import struct
import zipfile
from dataclasses import dataclass
from functools import cache

import openpyxl

from tests.bitext.test_tmx_reading import HEAD, TAIL, tu

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
GOOD = tu("One.", "တစ်။", "1")
HUGE = 10_100_000
"""Characters a little beyond what one text may have."""


@dataclass(frozen=True)
class Hostile:
    """A file: how many pairs are taken of it (none: it is refused), and words of what is said."""

    name: str
    content: bytes
    taken: int
    said: str


def _tmx(*units: str, doctype: str = "", taken: int = 0, said: str = "", name: str = "a.tmx") -> Hostile:
    return Hostile(name, (XML + doctype + HEAD + "".join(units) + TAIL).encode(), taken, said)


def _entities(*declared: str) -> str:
    return f"<!DOCTYPE tmx [{''.join(declared)}]>\n"


_LAUGHS = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9)]


def _zip(name: str, content: bytes, declared: int | None = None) -> bytes:
    """A zip of one member, which may lie about its size."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    raw = bytearray(out.getvalue())
    if declared is not None:
        raw[22:26] = struct.pack("<I", declared)
        place = raw.rindex(b"PK\x01\x02") + 24
        raw[place : place + 4] = struct.pack("<I", declared)
    return bytes(raw)


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("en", "my"), ("=1+1", "တစ်။"), ("Two.", "နှစ်။")):
        sheet.append(row)
    hidden = book.create_sheet("Secret", 0)
    hidden.append(("Hidden.", "ဝှက်ထားသည်။"))
    hidden.sheet_state = "hidden"
    book.active = 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_MIXED = HEAD.replace("\n", "\r\n") + GOOD.replace("\n", "\r") + tu("Two.", "နှစ်။", "2") + TAIL
_STRAY = 'en,my\nHe said "no.,တစ်။\n"Open,နှစ်။\nThree.,သုံး။\n'


@cache
def hostile() -> dict[str, Hostile]:
    """By what is wrong with it."""
    outside = '<!ENTITY x SYSTEM "file:///etc/passwd">'
    return {
        "external entity": _tmx(doctype=_entities(outside), said="declares entities"),
        "parameter entity": _tmx(
            doctype=_entities('<!ENTITY % p SYSTEM "http://192.0.2.1/x.dtd"> %p;'),
            said="declares entities",
        ),
        "billion laughs": _tmx(
            tu("&a8;", "x"), doctype=_entities('<!ENTITY a0 "lol">', *_LAUGHS), said="declares entities"
        ),
        "DTD on the network": _tmx(
            GOOD, doctype='<!DOCTYPE tmx SYSTEM "http://192.0.2.1/tmx14.dtd">\n', taken=1
        ),
        "zip that declares 4 GB": Hostile(
            "a.zip", _zip("a.tmx", GOOD.encode(), 0xFFFFFFF0), 0, "unpacks to more than"
        ),
        "zip bomb": Hostile("a.zip", _zip("a.tmx", b"\0" * 30_000_000), 0, "a zip bomb?"),
        "workbook that declares 4 GB": Hostile(
            "a.xlsx", _zip("xl/workbook.xml", b"<x/>", 0xFFFFFFF0), 0, "unpacks to more than"
        ),
        "xml:lang missing": _tmx(
            GOOD, tu("Two.", "နှစ်။").replace(' xml:lang="my"', ""), taken=1, said="no xml:lang"
        ),
        "xml:lang wrong": _tmx(
            GOOD, tu("Two.", "နှစ်။").replace('"en"', '"fr"'), taken=1, said="Has fr and my, not en"
        ),
        "control character": _tmx(
            tu("a\x0bb", "က", "1"), tu("a&#x0B;b", "က", "2"), taken=2, said="U+000B"
        ),
        "duplicate tuids": _tmx(GOOD, GOOD, taken=2, said="An earlier unit has this tuid too"),
        "empty segs": _tmx(GOOD, tu("", "", "2"), taken=1, said="Both sides are empty"),
        "endless seg": _tmx(
            GOOD,
            tu("a" * HUGE, "x", "2"),
            tu("Two.", "နှစ်။", "3"),
            taken=2,
            said="too long",
        ),
        "mixed line ends": Hostile("a.tmx", _MIXED.encode(), 2, ""),
        "formulas and hidden sheets": Hostile("a.xlsx", _workbook(), 2, "Hidden sheets are passed over"),
        "stray quote": Hostile("a.csv", _STRAY.encode(), 3, "A quote is not closed"),
        "wrong extension": _tmx(GOOD, taken=1, name="a.xlsx"),
        "no memory at all": Hostile("a.tmx", b"plain text", 0, "This is not a TMX file"),
        "cut zip": Hostile("a.xlsx", _workbook()[:2000], 0, "was cut short"),
        "empty zip": Hostile("a.zip", b"PK\x05\x06" + b"\0" * 18, 0, "Give two texts"),
    }
