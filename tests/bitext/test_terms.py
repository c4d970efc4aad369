"""Terms are found where a reader would say they stand, and missed where their counterpart is missing."""

import pytest

from workbench.bitext.terms import Glossary, Term
from workbench.segment import Segment

GLOSSARY = Glossary(
    [
        Term("ceasefire", "အပစ်အခတ်ရပ်စဲမှု"),
        Term("fire", "မီး"),
        Term("ASEAN", "အာဆီယံ"),
        Term("person", "လူ"),
        Term("party", "ပါတီ"),
        Term("80 percent", "၈၀ ရာခိုင်နှုန်း"),
        Term("aid", "အကူအညီ"),
        Term("aid", "အထောက်အပံ့"),
    ]
)


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Two ceasefires.", "အပစ်အခတ်ရပ်စဲမှု နှစ်ခု။", ["ceasefire"]),
        ("A Ceasefire!", "အပစ္အခတ္ရပ္စဲမႈ", ["ceasefire"]),  # Zawgyi
        ("The parties met.", "ပါတီများ တွေ့ဆုံသည်။", ["party"]),
        ("A person.", "လူများ", ["person"]),
        ("A person.", "လူး", ["person missing"]),
        ("Personal.", "က", []),
        ("asean's plan", "အာဆီယံ၏ အစီအစဉ်", ["ASEAN"]),
        ("About ၈၀ percent", "80ရာခိုင်နှုန်းခန့်", ["80 percent"]),
        ("180 percent", "က", []),
        ("They aid us.", "အထောက်အပံ့ ပေးသည်။", ["aid"]),
        ("They aid us.", "ပေးသည်။", ["aid missing", "aid missing"]),
        ("Nothing here.", "မီး", ["fire missing on the source"]),
        ("", "", []),
    ],
)
def test_terms_are_found(source: str, target: str, found: list[str]) -> None:
    def told(term: str, missing: bool, side: str) -> str:
        return term + " missing" * missing + " on the source" * (side == "target")

    hits = GLOSSARY.hits(source, target)
    assert [told(each.term.source, each.missing, each.side) for each in hits] == found


def test_the_longer_of_two_terms_is_found() -> None:
    glossary = Glossary([Term("people", "လူ"), Term("people's council", "ပြည်သူ့ကောင်စီ")])
    hits = glossary.hits("The People’s Council", "ပြည်သူ့ကောင်စီ")
    assert [each.term.source for each in hits] == ["people's council"]


def test_a_finding_stands_where_the_term_stands() -> None:
    source = (Segment("Nothing."), Segment("Two Ceasefires of ASEAN"))
    target = (Segment("အာဆီယံ", language="my"),)
    sides = {"source": source, "target": target}
    found = [
        (each.code, sides[each.side or ""][each.place or 0].text[each.start : each.end])
        for each in GLOSSARY.findings(source, target)
    ]
    assert found == [("term_missing", "Ceasefires"), ("term", "ASEAN"), ("term", "အာဆီယံ")]


def test_a_unit_with_an_empty_side_lacks_no_term() -> None:
    assert GLOSSARY.findings((Segment("ceasefire"),), ()) == []
