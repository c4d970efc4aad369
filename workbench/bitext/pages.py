"""Units side by side for reading and signing off, as one HTML page or one DOCX.

    write_html(units, out, *, source_language="en", target_language="my", title="") -> Report
    write_docx(units, out, *, source_language="en", target_language="my", title="") -> Report

Both stream, carry no script and fetch nothing; fonts are named, not embedded.
"""

import zipfile
from collections.abc import Iterable
from typing import BinaryIO

from workbench.bitext.archives import entry
from workbench.bitext.cleaning import clean
from workbench.bitext.codes import code
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
_HTML_FOOT = "</tbody>\n</table>\n</body>\n</html>\n"


def write_html(
    units: Iterable[Unit],
    out: BinaryIO,
    *,
    source_language: str = "en",
    target_language: str = "my",
    title: str = "",
) -> Report:
    """Write one page with a row a unit."""
    report = Report()
    source, target = attribute(code(source_language)), attribute(code(target_language))
    name = escape(clean(title)[0]) or "Bitext"
    out.write(_HTML_HEAD.format(source=source, target=target, title=name).encode())
    for unit in units:
        report.units += 1
        texts = [escape(clean(text)[0]) for text in (unit.source_text, unit.target_text)]
        status = unit.status.replace("_", " ")
        line = (
            f'<tr><td>{report.units}</td><td lang="{source}">{texts[0]}</td>'
            f'<td lang="{target}">{texts[1]}</td><td>{status}</td></tr>\n'
        )
        out.write(line.encode())
    out.write(_HTML_FOOT.encode())
    return report


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
    '<w:tblGrid><w:gridCol w:w="600"/><w:gridCol w:w="4600"/><w:gridCol w:w="4600"/></w:tblGrid>'
)
_DOCX_FOOT = (
    '</w:tbl><w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" '
    'w:gutter="0"/></w:sectPr></w:body></w:document>'
)


def write_docx(
    units: Iterable[Unit],
    out: BinaryIO,
    *,
    source_language: str = "en",
    target_language: str = "my",
    title: str = "",
) -> Report:
    """Write one document with a table of a row a unit; the same bytes for the same units."""
    report = Report()
    languages = "", attribute(code(source_language)), attribute(code(target_language))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in _PARTS.items():
            archive.writestr(entry(name), _XML + xml)
        with archive.open(entry("word/document.xml"), "w", force_zip64=True) as document:
            document.write(_DOCX_HEAD.replace("{title}", escape(clean(title)[0]) or "Bitext").encode())
            for unit in units:
                report.units += 1
                texts = str(report.units), unit.source_text, unit.target_text
                cells = "".join(map(_docx_cell, texts, languages))
                document.write(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>".encode())
            document.write((_NO_ROWS * (not report.units) + _DOCX_FOOT).encode())
    return report


def _docx_cell(text: str, language: str) -> str:
    """One cell; Burmese is a complex script, so its font and language stand under `cs` and `bidi`."""
    fonts = '<w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:cs="Noto Sans Myanmar"/>'
    spoken = f'<w:lang w:val="{language}" w:bidi="{language}"/>' if language else ""
    return (
        f"<w:tc><w:p><w:r><w:rPr>{fonts}{spoken}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(clean(text)[0])}</w:t></w:r></w:p></w:tc>'
    )


_NO_ROWS = f"<w:tr>{_docx_cell('', '') * 3}</w:tr>"
