"""Every format gives the same blocks, and says what it set aside."""

import pytest

from tests.files.makers import docx, epub, made, odt, paragraph, part, table, text_box
from workbench.files import Opened, open_file

BURMESE = "မြန်မာစာ ကောင်းသည်။"


def shape(opened: Opened) -> list[tuple[str, str | None, str]]:
    return [(block.kind, block.label, block.text) for block in opened.blocks]


def codes(opened: Opened) -> list[str]:
    return [remark.code for remark in opened.remarks]


LIST = [
    ("heading", None, "A Heading"),
    ("paragraph", None, "Said the speaker."),
    ("numbered_item", "1.", "first"),
    ("numbered_item", "2.", "second"),
    ("bullet", "•", "inner"),
    ("paragraph", None, BURMESE),
]
HTML = (
    "<h1>A Heading</h1><p>Said the\n<b>speaker</b>.</p><ol><li>first</li><li>second"
    f"<ul><li>inner</li></ul></li></ol><p>{BURMESE}</p>"
)
MARKDOWN = f"# A Heading\n\nSaid the\n**speaker**.\n\n1. first\n2. second\n   - inner\n\n{BURMESE}\n"
RTF_BURMESE = "".join(f"\\u{ord(sign)}?" for sign in BURMESE)


@pytest.mark.parametrize(
    ("content", "name", "blocks"),
    [
        (f"<html><body>{HTML}</body></html>".encode(), "a.html", LIST),
        (epub(HTML), "a.epub", LIST),
        (
            MARKDOWN.encode(),
            "a.md",
            LIST,
        ),
        (
            f"{{\\rtf1\\ansi\\uc1 Said the speaker.\\par {RTF_BURMESE}\\par}}".encode(),
            "a.rtf",
            [LIST[1], LIST[5]],
        ),
        (
            odt(
                '<text:h text:outline-level="1">A Heading</text:h>',
                "<text:p>Said the speaker.</text:p>",
                f"<text:p>{BURMESE}</text:p>",
            ),
            "a.odt",
            [*LIST[:2], LIST[5]],
        ),
        (
            docx(paragraph("A Heading", "Heading1"), paragraph("Said the speaker."), paragraph(BURMESE)),
            "a.docx",
            [*LIST[:2], LIST[5]],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_format_gives_the_same_blocks(
    content: bytes, name: str, blocks: list[tuple[str, str | None, str]]
) -> None:
    opened = open_file(content, name)
    assert shape(opened) == blocks
    assert opened.format == name.split(".")[1]
    assert [block.language for block in opened.blocks] == [
        "my" if text == BURMESE else "en" for *_, text in blocks
    ]


def test_nothing_of_a_word_document_is_lost_in_silence() -> None:
    inserted = "<w:ins w:id='1' w:author='A'><w:r><w:t>new </w:t></w:r></w:ins>"
    deleted = "<w:del w:id='2' w:author='A'><w:r><w:delText>old </w:delText></w:r></w:del>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    opened = open_file(
        docx(
            paragraph("The Title", "Title"),
            f"<w:p><w:r><w:t>The </w:t></w:r>{inserted}{deleted}<w:r><w:t>text.</w:t></w:r>{note}</w:p>",
            f"<w:p>{text_box(paragraph('In a box.'))}<w:r><w:t>Beside a box.</w:t></w:r></w:p>",
            table((paragraph("One"), paragraph("တစ်")), (paragraph("Two"), paragraph("နှစ်"))),
            footnotes=part("footnotes", f'<w:footnote w:id="2">{paragraph("A note.")}</w:footnote>'),
            header1=part("hdr", paragraph("Running head")),
            header2=part("hdr", paragraph("Running head")),
            comments=part("comments", '<w:comment w:id="1"/>'),
        ),
        "a.docx",
    )
    assert shape(opened) == [
        ("boilerplate", None, "Running head"),
        ("heading", None, "The Title"),
        ("paragraph", None, "The new text."),
        ("footnote", "[1]", "A note."),
        ("paragraph", None, "Beside a box."),
        ("paragraph", None, "In a box."),
        ("table_cell", None, "One"),
        ("table_cell", None, "တစ်"),
        ("table_cell", None, "Two"),
        ("table_cell", None, "နှစ်"),
    ]
    assert codes(opened) == ["tracked_changes", "comments", "header", "text_boxes"]
    assert [block.place for block in opened.blocks][-2:] == ["table 1!A2", "table 1!B2"]


def test_a_part_for_comments_without_one_is_not_spoken_of() -> None:
    opened = open_file(docx(paragraph("The text."), comments=part("comments")), "a.docx")
    assert codes(opened) == []


def test_nothing_of_an_opendocument_is_lost_in_silence() -> None:
    box = "<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>"
    gone = "<text:deletion><text:p>old</text:p></text:deletion>"
    deleted = f"<text:changed-region>{gone}</text:changed-region>"
    comment = "<office:annotation><text:p>Is that so?</text:p></office:annotation>"
    head = "<style:header><text:p>Running head</text:p></style:header>"
    opened = open_file(
        odt(
            f"<text:tracked-changes>{deleted}</text:tracked-changes>",
            f"<text:p>Beside {box}a box{comment}.</text:p>",
            edges=f"<style:master-page>{head}</style:master-page>",
        ),
        "a.odt",
    )
    assert shape(opened) == [
        ("boilerplate", None, "Running head"),
        ("paragraph", None, "Beside a box."),
        ("paragraph", None, "In a box."),
    ]
    assert codes(opened) == ["tracked_changes", "comments", "header", "text_boxes"]


def test_a_web_page_keeps_its_navigation_apart_and_runs_nothing() -> None:
    page = (
        "<html><head><title>No text</title><script>alert(1)</script></head><body>"
        "<nav><a href='/'>Home</a></nav><main><h1>Title</h1><p>A sentence.<script>x()</script></p>"
        "<p onclick='y()'>Another <a href='https://example.org/'>link</a>.</p></main>"
        "<footer>Our Address</footer></body></html>"
    )
    opened = open_file(page.encode(), "page.html")
    assert shape(opened) == [
        ("boilerplate", None, "Home"),
        ("heading", None, "Title"),
        ("paragraph", None, "A sentence."),
        ("paragraph", None, "Another link."),
        ("boilerplate", None, "Our Address"),
    ]
    assert opened.blocks[3].beside == ("https://example.org/",)


def test_zawgyi_in_a_document_is_converted_with_its_place() -> None:
    opened = open_file(docx(paragraph("One."), paragraph("ျမန္မာစာ")), "a.docx")
    assert opened.blocks[1].text == "မြန်မာစာ"
    assert [(each.code, each.place) for each in opened.remarks] == [("zawgyi", "paragraph 2")]


def test_line_breaks_inside_a_paragraph_are_judged_like_lines() -> None:
    page = "<html><p>To:<br>The Office<br>Dated 1 May 2021</p></html>"
    assert [text for *_, text in shape(open_file(page.encode(), ""))] == [
        "To:",
        "The Office",
        "Dated 1 May 2021",
    ]


SLIDES = f"""% The River

# First slide

- one point
- second point

::: notes
A note for the speaker.
:::

# {BURMESE}

| One | တစ် |
|-----|------|
| Two | နှစ် |
"""


def test_a_presentation_keeps_its_slides_tables_and_notes() -> None:
    opened = open_file(made(SLIDES, "pptx"), "a.pptx")
    assert [(block.text, block.kind) for block in opened.blocks] == [
        ("The River", "heading"),
        ("First slide", "heading"),
        ("one point", "paragraph"),
        ("second point", "paragraph"),
        (BURMESE, "heading"),
        *((text, "table_cell") for text in ("One", "တစ်", "Two", "နှစ်")),
        ("A note for the speaker.", "paragraph"),
    ]
    assert codes(opened) == ["speaker_notes"]
    assert opened.blocks[-1].place == "notes of slide 2"


def test_a_word_document_of_another_programme_keeps_notes_and_accepts_changes() -> None:
    change = "[new]{.insertion author=A} [old]{.deletion author=A} "
    opened = open_file(
        made(f"# Title\n\nThe {change}text.^[A note.]\n\n1. One\n2. Two\n", "docx"), "a.docx"
    )
    assert shape(opened) == [
        ("heading", None, "Title"),
        ("paragraph", None, "The new text."),
        ("footnote", "[1]", "A note."),
        ("numbered_item", "1.", "One"),
        ("numbered_item", "2.", "Two"),
    ]
    assert codes(opened) == ["tracked_changes"]


def test_the_words_of_a_diagram_stand_behind_the_text() -> None:
    words = (
        '<x xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        "<a:p><a:r><a:t>Send boats</a:t></a:r></a:p></x>"
    )
    opened = open_file(docx(paragraph("The text."), **{"diagrams/data1": words}), "a.docx")
    assert [(block.text, block.place) for block in opened.blocks][-1] == ("Send boats", "diagram")
    assert codes(opened) == ["diagrams"]
