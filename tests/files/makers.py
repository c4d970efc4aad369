"""Files of each format, made here and now, whole or as hostile as they come."""

import subprocess
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pypandoc

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_OPC = "http://schemas.openxmlformats.org/package/2006"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'<Types xmlns="{_OPC}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WML}.document.main+xml"/></Types>'
)


def zipped(files: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def _relationships(**targets: str) -> str:
    each = "".join(
        f'<Relationship Id="{name}" Type="{_REL}/{name}" Target="{target}"/>'
        for name, target in targets.items()
    )
    return f'<Relationships xmlns="{_OPC}/relationships">{each}</Relationships>'


def paragraph(text: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def part(kind: str, *content: str) -> str:
    return f"<w:{kind} {_W}>{''.join(content)}</w:{kind}>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def text_box(*content: str) -> str:
    """A text box as Word writes it: once for new readers, once for old ones."""
    held = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f'<a:graphicData uri="x"><wps:wsp><wps:txbx>{held}</wps:txbx></wps:wsp></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{held}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def docx(*body: str, **parts: str) -> bytes:
    """A Word document; `parts` are other files of its folder `word`, by name."""
    heading = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    title = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _relationships(officeDocument="word/document.xml"),
            "word/_rels/document.xml.rels": _relationships(
                footnotes="footnotes.xml", styles="styles.xml"
            ),
            "word/document.xml": part("document", f"<w:body>{''.join(body)}</w:body>"),
            "word/footnotes.xml": part("footnotes"),
            "word/styles.xml": part("styles", title, heading),
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def locked_office() -> bytes:
    """A document that Office locked with a password: an OLE file that holds the encrypted package."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")


def locked_odt() -> bytes:
    """An OpenDocument text as LibreOffice locks it: its parts are noise, and the manifest says so."""
    kind = "application/vnd.oasis.opendocument.text"
    entry = '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'
    names = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return zipped(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{names}">{entry}</m:manifest>',
            "content.xml": bytes(range(256)) * 4,
        }
    )


def odt(*body: str, edges: str = "") -> bytes:
    names = "".join(
        f' xmlns:{name.removesuffix("ing")}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "style", "drawing")
    )
    mime = "application/vnd.oasis.opendocument.text"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entry = f'<m:file-entry m:full-path="/" m:media-type="{mime}"/>'
    return zipped(
        {
            "mimetype": mime,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{manifest}">{entry}</m:manifest>',
            "content.xml": f"<office:document-content{names}><office:body><office:text>"
            f"{''.join(body)}</office:text></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles{names}><office:styles/><office:automatic-styles/>"
            f"<office:master-styles>{edges}</office:master-styles></office:document-styles>",
        }
    )


def epub(chapter: str) -> bytes:
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>'
        "</rootfiles></container>"
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>'
        '<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="one"/></spine></package>'
    )
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{chapter}</body></html>'
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "book.opf": package,
            "one.xhtml": page,
        }
    )


def pdf(*pages: str, catalogue: str = "", text: bool = True) -> bytes:
    """A PDF with one line of Latin letters a page, or with an empty picture of one."""
    numbers = range(4, 4 + 2 * len(pages), 2)
    shown = [f"BT /F 12 Tf 72 720 Td ({page}) Tj ET" if text else "0 0 9 9 re f" for page in pages]
    objects = {
        1: f"<</Type/Catalog/Pages 2 0 R{catalogue}>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{n} 0 R' for n in numbers)}]>>",
        3: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    for number, content in zip(numbers, shown, strict=True):
        size = "/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>"
        objects[number] = f"<</Type/Page/Parent 2 0 R{size}/Contents {number + 1} 0 R>>"
        objects[number + 1] = f"<</Length {len(content)}>>stream\n{content}\nendstream"
    out, places = "%PDF-1.4\n", []
    for number, content in sorted(objects.items()):
        places.append(len(out))
        out += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(places) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\n"
    return f"{out}{end}startxref\n{len(out)}\n%%EOF".encode("latin-1")


def made(markdown: str, kind: str) -> bytes:
    """A document in one of pandoc's formats, as pandoc writes it."""
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", kind, "-o", "-"]
    return subprocess.run(command, input=markdown.encode(), capture_output=True, check=True).stdout
