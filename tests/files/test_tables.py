"""Tables, subtitles, catalogues and archives."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from tests.files.makers import docx, paragraph, zipped
from workbench.errors import BadFile, TooLong
from workbench.files import bundle, open_file, sheets

PAIRS = [("Welcome.", "ကြိုဆိုပါသည်။"), ("Good-bye.", "ပြန်ဆုံမည်။")]


def workbook(rows: list[tuple[object, ...]]) -> bytes:
    book, out = Workbook(), BytesIO()
    assert book.active
    book.active.title = "Greetings"
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def cells(content: bytes, name: str) -> list[tuple[str | None, str, str]]:
    return [(block.place, block.language, block.text) for block in open_file(content, name).blocks]


@pytest.mark.parametrize(
    ("content", "name", "sheet"),
    [
        (workbook(list(PAIRS)), "a.xlsx", "Greetings!"),
        ("\n".join(f'"{a}",{b}' for a, b in PAIRS).encode(), "a.csv", ""),
        ("\r\n".join(f"{a};{b}" for a, b in PAIRS).encode("utf-16"), "a.csv", ""),
        ("\n".join("\t".join(pair) for pair in PAIRS).encode(), "a.tsv", ""),
        ("\n".join(f'msgid "{a}"\nmsgstr "{b}"\n' for a, b in PAIRS).encode(), "a.po", "entry!"),
    ],
)
def test_each_table_gives_its_cells_with_their_places(content: bytes, name: str, sheet: str) -> None:
    assert cells(content, name) == [
        (f"{sheet}{column}{row}", language, text)
        for row, pair in enumerate(PAIRS, start=1)
        for column, language, text in zip("AB", ("en", "my"), pair, strict=True)
    ]


def test_a_stray_quotation_mark_swallows_no_line_of_a_table() -> None:
    assert [text for *_, text in cells(b'"5 inches\tA\nSix\tB', "a.tsv")] == [
        '"5 inches',
        "A",
        "Six",
        "B",
    ]


def test_a_table_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_CELLS", 3)
    with pytest.raises(TooLong, match="Cut it into parts"):
        open_file(b"a,b\nc,d", "a.csv")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (
            "1\n00:00:01,500 --> 00:00:02,000\n<i>Hello\nthere.</i>\n\n"
            "2\n00:00:03,000 --> 00:00:04,000\nမင်္ဂလာပါ။\n",
            "film.srt",
        ),
        (
            "WEBVTT\n\nNOTE made by hand\n\nSTYLE\n::cue { color: red }\n\n"
            "one\n00:00:01.500 --> 00:00:02.000 align:start\n<v Ann>Hello\nthere.\n\n"
            "00:00:03.000 --> 00:00:04.000\nမင်္ဂလာပါ။",
            "film.vtt",
        ),
    ],
)
def test_cues_are_blocks_with_their_times(content: str, name: str) -> None:
    blocks = open_file(content.encode(), name).blocks
    assert [(block.text, block.language) for block in blocks] == [
        ("Hello there.", "en"),
        ("မင်္ဂလာပါ။", "my"),
    ]
    assert [(block.place or "").replace(".", ",") for block in blocks] == [
        "00:00:01,500",
        "00:00:03,000",
    ]


def test_an_archive_gives_all_its_documents_and_says_which_cannot_be_opened() -> None:
    content = zipped(
        {
            "en/one.txt": "One sentence.",
            "two.docx": docx(paragraph("Another one.")),
            "../picture.png": b"\x89PNG\r\n",
            "inner.zip": zipped({"a.txt": "deep"}),
            "__MACOSX/one.txt": "no document",
        }
    )
    opened = open_file(content, "all.zip")
    assert [(block.text, block.place) for block in opened.blocks] == [
        ("One sentence.", "one.txt, line 1"),
        ("Another one.", "two.docx, paragraph 1"),
    ]
    assert [(each.place, each.code) for each in opened.remarks] == [
        ("picture.png", "unreadable"),
        ("inner.zip", "unreadable"),
    ]


def test_an_archive_without_documents_or_with_too_many_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(BadFile, match="no document"):
        open_file(zipped({".hidden": "x"}), "a.zip")
    monkeypatch.setattr(bundle, "MOST_DOCUMENTS", 1)
    with pytest.raises(TooLong, match="2 documents"):
        open_file(zipped({"a.txt": "a", "b.txt": "b"}), "a.zip")
