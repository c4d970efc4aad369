"""The sentence rules for other programmes: as SRX 2.0, and as OmegaT's segmentation.conf.

OmegaT before 6 knows no SRX files, only its own settings, a Java bean in XML whose version is 0.2.2.
Both try the rules in order and the first that fits decides, as here.
"""

from collections.abc import Iterable, Iterator

from lxml import etree

from workbench.segment.rules import Rule
from workbench.segment.sentences import RULES
from workbench.text.languages import language

SRX = "http://www.lisa.org/srx20"
_BEAN = "org.omegat.core.segmentation."


def srx() -> bytes:
    """All rules as an SRX 2.0 file, UTF-8; a language without rules is left to the programme."""
    root = etree.Element(f"{{{SRX}}}srx", version="2.0", nsmap={None: SRX})
    etree.SubElement(root, f"{{{SRX}}}header", segmentsubflows="yes", cascade="no")
    body = etree.SubElement(root, f"{{{SRX}}}body")
    rules = etree.SubElement(body, f"{{{SRX}}}languagerules")
    maps = etree.SubElement(body, f"{{{SRX}}}maprules")
    for tag, of_language in RULES.items():
        name = language(tag).name
        group = etree.SubElement(rules, f"{{{SRX}}}languagerule", languagerulename=name)
        for rule in of_language:
            element = etree.SubElement(
                group, f"{{{SRX}}}rule", {"break": "yes" if rule.breaks else "no"}
            )
            etree.SubElement(element, f"{{{SRX}}}beforebreak").text = rule.before
            etree.SubElement(element, f"{{{SRX}}}afterbreak").text = rule.after
        pattern = f"{tag.upper()}.*"
        etree.SubElement(maps, f"{{{SRX}}}languagemap", languagepattern=pattern, languagerulename=name)
    return _written(root)


def omegat() -> bytes:
    """All rules as `omegat/segmentation.conf`, for OmegaT 3.6 and later."""
    root = etree.Element("java", {"version": "1.8.0", "class": "java.beans.XMLDecoder"})
    bean = etree.SubElement(root, "object", {"class": f"{_BEAN}SRX"})
    _property(bean, "mappingRules", _listed("MapRule", map(_map_rule, RULES.items())))
    _property(bean, "version", _value("string", "0.2.2"))
    return _written(root)


def _map_rule(entry: tuple[str, tuple[Rule, ...]]) -> Iterator[tuple[str, etree._Element]]:
    tag, rules = entry
    yield "language", _value("string", language(tag).name)
    yield "pattern", _value("string", f"{tag.upper()}.*")
    yield "rules", _listed("Rule", map(_rule, rules))


def _rule(rule: Rule) -> Iterator[tuple[str, etree._Element]]:
    yield "afterbreak", _value("string", rule.after)
    yield "beforebreak", _value("string", rule.before)
    yield "breakRule", _value("boolean", str(rule.breaks).lower())


def _listed(kind: str, beans: Iterable[Iterable[tuple[str, etree._Element]]]) -> etree._Element:
    """A Java list of beans, each given by its properties."""
    items = etree.Element("object", {"class": "java.util.ArrayList"})
    for properties in beans:
        add = etree.SubElement(items, "void", method="add")
        bean = etree.SubElement(add, "object", {"class": _BEAN + kind})
        for name, value in properties:
            _property(bean, name, value)
    return items


def _property(bean: etree._Element, name: str, value: etree._Element) -> None:
    etree.SubElement(bean, "void", property=name).append(value)


def _value(kind: str, text: str) -> etree._Element:
    element = etree.Element(kind)
    element.text = text
    return element


def _written(root: etree._Element) -> bytes:
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written
