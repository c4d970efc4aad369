"""Units side by side for reading and signing off, as one HTML page or one DOCX.

    write_html(units, out, heading=UNTITLED) -> Report
    write_docx(units, out, heading=UNTITLED) -> Report

Both stream, carry no script and fetch nothing; fonts are named, not embedded. Each row is a unit with
its number and its status; below stand lines for a name and a date.
"""

import zipfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from workbench.bitext.archives import entry
from workbench.bitext.cleaning import clean
from workbench.bitext.codes import code
from workbench.bitext.heading import UNTITLED, Heading
from workbench.bitext.inline import untagged
from workbench.bitext.report import Report
from workbench.bitext.units import Unit
from workbench.bitext.xmlio import attribute, escape

_HTML_HEAD = """<!DOCTYPE html>
<html lang="{source}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font: 16px/1.6 "Noto Sans", sans-serif; margin: 2rem auto; max-width: 72rem; }}
table {{ border-collapse: collapse; width: 100%; }}
td, th {{ border-top: 1px solid #ccc; padding: .4rem .8rem; text-align: left; vertical-align: top; }}
td:nth-child(2), td:nth-child(3) {{ width: 44%; }}
[lang|=my] {{ font-family: "Noto Sans Myanmar", Padauk, "Myanmar Text", sans-serif; line-height: 1.9; }}
@media print {{ tr {{ break-inside: avoid; }} }}
</style>
</head>
<body>
<h1>{title}</h1>
<table>
<thead><tr><th>#</th><th>{source}</th><th>{target}</th><th>status</th></tr></thead>
<tbody>
"""
SIGNED = "Read and agreed, name and date:"
_HTML_FOOT = f"</tbody>\n</table>\n<p>{SIGNED} ____________________</p>\n</body>\n</html>\n"


def write_html(units: Iterable[Unit], out: BinaryIO, heading: Heading = UNTITLED) -> Report:
    """Write one page with a row a unit."""
    report = Report()
    source, target = _languages(heading)
    out.write(_HTML_HEAD.format(source=source, target=target, title=_title(heading)).encode())
    for number, ours, theirs, status in _rows(units, report):
        line = (
            f'<tr><td>{number}</td><td lang="{source}">{escape(ours)}</td>'
            f'<td lang="{target}">{escape(theirs)}</td><td>{status}</td></tr>\n'
        )
        out.write(line.encode())
    out.write(_HTML_FOOT.encode())
    return report


def _languages(heading: Heading) -> tuple[str, str]:
    """The two languages as values of attributes."""
    return attribute(code(heading.source_language)), attribute(code(heading.target_language))


def _title(heading: Heading) -> str:
    return escape(clean(heading.title)[0]) or "Bitext"


def _rows(units: Iterable[Unit], report: Report) -> Iterator[tuple[str, str, str, str]]:
    """The number, both texts and the status of each unit, without placeholders."""
    for unit in map(untagged, units):
        report.units += 1
        texts = clean(unit.source_text)[0], clean(unit.target_text)[0]
        yield str(report.units), *texts, unit.status.replace("_", " ")


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
}
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DOCX_HEAD = (
    f'{_XML}<w:document xmlns:w="{_W}"><w:body>'
    '<w:p><w:r><w:rPr><w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>'
    '<w:t xml:space="preserve">{title}</w:t></w:r></w:p>'
    '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>'
    '<w:insideH w:val="single" w:sz="4" w:color="CCCCCC"/></w:tblBorders></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="600"/><w:gridCol w:w="3900"/><w:gridCol w:w="3900"/>'
    '<w:gridCol w:w="1500"/></w:tblGrid>'
)
_DOCX_FOOT = (
    f"</w:tbl><w:p/><w:p><w:r><w:t>{SIGNED} ____________________</w:t></w:r></w:p>"
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" '
    'w:gutter="0"/></w:sectPr></w:body></w:document>'
)


def write_docx(units: Iterable[Unit], out: BinaryIO, heading: Heading = UNTITLED) -> Report:
    """Write one document with a table of a row a unit; the same bytes for the same units."""
    report = Report()
    source, target = _languages(heading)
    names = "", source, target, ""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in _PARTS.items():
            archive.writestr(entry(name), _XML + xml)
        with archive.open(entry("word/document.xml"), "w", force_zip64=True) as document:
            head = "".join(_docx_cell(each) for each in ("#", source, target, "status"))
            document.write(_DOCX_HEAD.replace("{title}", _title(heading)).encode())
            document.write(f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{head}</w:tr>".encode())
            for row in _rows(units, report):
                cells = "".join(map(_docx_cell, row, names))
                document.write(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>".encode())
            document.write(_DOCX_FOOT.encode())
    return report


def _docx_cell(text: str, language: str = "") -> str:
    """One cell; Burmese is a complex script, so its font and language stand under `cs` and `bidi`."""
    fonts = '<w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:cs="Noto Sans Myanmar"/>'
    spoken = f'<w:lang w:val="{language}" w:bidi="{language}"/>' if language else ""
    return (
        f"<w:tc><w:p><w:r><w:rPr>{fonts}{spoken}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>'
    )
