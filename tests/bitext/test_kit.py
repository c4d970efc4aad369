import io
import zipfile

from lxml import etree

from tests.builders import unit
from workbench.bitext import kit, srx, tmx
from workbench.bitext.units import Unit
from workbench.segment import Segment

SOURCE = (
    Segment("Stop the violence.", 3, "numbered_item", "1."),
    Segment("Release them.", 3, "numbered_item"),
)
UNITS = [
    unit("Statement", "ကြေညာချက်", "1"),
    Unit("2", SOURCE[:1], (Segment("ရပ်ပါ။", 3, language="my"),)),
    Unit("3", SOURCE[1:], (Segment("လွှတ်ပါ။", 3, language="my"),)),
    unit("Not yet.", "", "4"),
]


def members(**terms: object) -> dict[str, str]:
    out = io.BytesIO()
    kit.write(UNITS, out, **terms)  # type: ignore[arg-type]
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_project_has_what_omegat_looks_for() -> None:
    found = members()
    assert {"omegat.project", "target/", "omegat/segmentation.conf", "source/document.txt"} <= set(found)
    project = etree.fromstring(found["omegat.project"].encode())
    assert [project.findtext(f".//{name}") for name in ("source_lang", "target_lang")] == ["en", "my"]


def test_the_document_stands_in_its_paragraphs_with_labels_untranslated_ones_too() -> None:
    text = "Statement\n\n1. Stop the violence. Release them.\n\nNot yet.\n"
    assert members()["source/document.txt"] == text


def test_the_memory_lies_where_it_is_inserted_and_has_no_empty_target() -> None:
    memory = io.BytesIO(members()["tm/auto/memory.tmx"].encode())
    assert [each.uid for each in tmx.read(memory)] == ["1", "2", "3"]


def test_the_glossary_is_source_and_target_between_a_tab() -> None:
    assert members(terms=[("kinzi", "ကင်းစီး")])["glossary/glossary.txt"] == "kinzi\tကင်းစီး\n"


def test_the_rules_go_out_as_srx_for_both_languages() -> None:
    root = etree.fromstring(srx.srx().encode())
    space = {"s": "http://www.lisa.org/srx20"}
    patterns = root.xpath("//s:languagemap/@languagepattern", namespaces=space)
    assert patterns == ["MY.*", "EN.*", ".*"]
    assert len(root.xpath("//s:rule[@break='yes']", namespaces=space)) > 6
