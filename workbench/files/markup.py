"""Web pages and Markdown made ready for pandoc: nothing that runs, and navigation marked as such."""

import re

from lxml import etree, html

from workbench.errors import BadFile, UnreadableText
from workbench.files.opened import Remark
from workbench.files.packages import refuse_depth
from workbench.saying import say
from workbench.text.decoding import decode, decode_as

_HIDDEN = (
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "video",
    "audio", "head", "link", "meta", "input", "textarea",
)  # fmt: skip
_ASIDE = {"nav", "footer", "aside", "button", "select", "menu"}
_FRAMES = {"main", "header", "article", "section", "form"}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_NAMED = re.compile(r"\b(?:nav|navbar|breadcrumbs?|menu|sidebar|cookie|share|social|skip-link)\b", re.I)
_SHORT = 1000  # a longer element called "with-sidebar" holds the text itself


def prepared(content: bytes) -> tuple[bytes, tuple[Remark, ...]]:
    """A page without scripts and forms, its navigation in divs of class boilerplate."""
    text, remarks = _decoded(content)
    if not text.strip():
        return b"", remarks
    # Without huge_tree what is too long or too deep would be dropped in silence.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise BadFile(say("There is no text in this web page.")) from error
    refuse_depth(root)
    etree.strip_elements(root, *_HIDDEN, with_tail=False)
    for element in list(root.iter(etree.Element)):
        _mark(element)
    return etree.tostring(root, encoding="utf-8", method="html"), remarks


def markdown(content: bytes) -> bytes:
    """Markdown as UTF-8, whatever encoding it came in."""
    return decode(content)[0].encode()


def _mark(element: etree._Element) -> None:
    """Tell pandoc by a div what is navigation; it would drop that, and all that stands beside <main>."""
    named = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
    aside = element.tag in _ASIDE or (
        element.tag == "div" and _NAMED.search(named) and len("".join(element.itertext())) < _SHORT
    )
    if element.tag in _FRAMES or element.tag in _ASIDE:
        element.tag = "div"
    for name in list(element.attrib):
        if name not in ("href", "src", "alt", "start", "type", "colspan", "rowspan", "lang"):
            del element.attrib[name]
    if aside and element.tag == "div":
        element.set("class", "boilerplate")


def _decoded(content: bytes) -> tuple[str, tuple[Remark, ...]]:
    """The characters of a page: UTF-8 or UTF-16, or else the character set it declares."""
    try:
        return decode(content)[0], ()
    except UnreadableText:
        declared = _CHARSET.search(content[:2048])
        name = declared[1].decode("ascii").lower() if declared else ""
        if not name or name in ("utf-8", "utf8"):
            raise
    try:
        text = decode_as(content, name)[0]
    except LookupError as error:
        raise UnreadableText(
            say(
                "This page says its character set is %(name)s, which is unknown. Save it as UTF-8.",
                name=repr(name),
            )
        ) from error
    return text, (
        Remark("", "encoding", say("The page was read as %(name)s, as it declares.", name=name)),
    )
