import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tests.builders import unit
from workbench.bitext import jsonl, moses, xces
from workbench.bitext.release import Manifest, Plan, Sourced, release
from workbench.bitext.release.sifting import sift
from workbench.bitext.units import Bitext, Status, Unit
from workbench.errors import BadFile, NothingToExport, WrongUse

NUMBERS = ["တစ်", "နှစ်", "သုံး", "လေး", "ငါး", "ခြောက်", "ခုနစ်", "ရှစ်", "ကိုး", "ဆယ်"]
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def confirmed(source: str, target: str, uid: str = "", score: float | None = 0.9) -> Unit:
    return replace(unit(source, target, uid, score), status=Status.CONFIRMED, notes=("Aye says no",))


def documents(count: int = 20) -> list[Sourced]:
    """Documents of five pairs, no two alike."""
    bitexts = (Bitext(f"Title {n}", "en", "my", tuple(pairs(n)), "aligner 1") for n in range(count))
    return [Sourced(f"doc-{n}", bitext) for n, bitext in enumerate(bitexts)]


def pairs(n: int) -> list[Unit]:
    tens, ones = divmod(n, 10)
    return [
        confirmed(
            f"The {WORDS[ones]} of the {WORDS[tens]} {word}s met.",
            f"{NUMBERS[tens]} {NUMBERS[place]} ထဲမှ {NUMBERS[ones]} တွေ့သည်။",
            f"{n}-{place}",
        )
        for place, word in enumerate(WORDS[:5])
    ]


def only(*units: Unit, **plan: object) -> list[str]:
    sourced = [Sourced("d", Bitext("T", "en", "my", units))]
    return [pair.unit.uid for pair in sift(sourced, Plan("p", **plan)).pairs]  # type: ignore[arg-type]


def test_the_same_input_gives_the_same_bytes_and_the_sums_are_right(tmp_path: Path) -> None:
    plan = Plan("River", "cc-by-4.0", near=1.1)
    one = release(documents(), tmp_path / "one", plan)
    two = release(documents(), tmp_path / "two", plan)
    assert one == two and isinstance(one, Manifest)
    for line in (tmp_path / "one" / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert sha256((tmp_path / "one" / name).read_bytes()).hexdigest() == digest
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_manifest_holds_the_plan_that_makes_it_again(tmp_path: Path) -> None:
    release(documents(), tmp_path / "one", Plan("River", seed=7, near=1.1))
    kept = json.loads((tmp_path / "one" / "manifest.json").read_text(encoding="utf-8"))
    release(documents(), tmp_path / "two", Plan.from_json(kept["plan"]))
    assert (tmp_path / "two" / "SHA256SUMS").read_bytes() == (
        tmp_path / "one" / "SHA256SUMS"
    ).read_bytes()


def test_no_document_is_in_two_splits_and_the_shares_are_as_asked(tmp_path: Path) -> None:
    made = release(documents(), tmp_path / "r", Plan("River", dev=0.1, test=0.2, near=1.1))
    assert made.counts == {"train": 70, "dev": 10, "test": 20}
    seen: dict[str, str] = {}
    for name in made.counts:
        for line in (tmp_path / "r" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            assert seen.setdefault(json.loads(line)["document"], name) == name


def test_every_format_holds_the_same_pairs(tmp_path: Path) -> None:
    folder = tmp_path / "r"
    release(documents(4), folder, Plan("River", dev=0, test=0, near=1.1))
    with (folder / "train.jsonl").open("rb") as rows:
        wanted = [(each.source_text, each.target_text) for each in jsonl.read(rows)]
    with (folder / "train.en").open("rb") as one, (folder / "train.my").open("rb") as two:
        assert [(each.source_text, each.target_text) for each in moses.read(one, two)] == wanted
    with (folder / "train.xces.zip").open("rb") as archive:
        assert [(each.source_text, each.target_text) for each in xces.read_zip(archive)] == wanted


def test_the_card_says_licence_languages_counts_and_what_was_left_out(tmp_path: Path) -> None:
    found = documents(4)
    found[0] = replace(
        found[0], bitext=replace(found[0].bitext, units=(unit("Not yet.", "မဟုတ်သေး။", "x"),))
    )
    release(found, tmp_path / "r", Plan("River", "cc-by-4.0", near=1.1, attribution="River Villages"))
    text = (tmp_path / "r" / "README.md").read_text(encoding="utf-8")
    assert text.startswith("---\nlanguage:\n- en\n- my\nlicense: cc-by-4.0\n")
    assert (
        "- not of the status asked for: 1\n" in text
        and "copy: 0" not in text
        and "Attribution: River Villages" in text
    )
    assert "| doc-1 | Title 1 |  | train |" in text and "| doc-0 |" not in text


def test_a_licence_cannot_write_other_lines_into_the_card(tmp_path: Path) -> None:
    release(documents(2), tmp_path / "r", Plan("River", 'mine: "all"\nconfigs: []', near=1.1))
    text = (tmp_path / "r" / "README.md").read_text(encoding="utf-8")
    assert text.splitlines()[4] == 'license: "mine: \\"all\\" configs: []"'


def test_comments_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    release(documents(2), tmp_path / "bare", Plan("River", near=1.1))
    release(documents(2), tmp_path / "full", Plan("River", near=1.1, notes=True))
    told = [
        any("Aye" in path.read_text(encoding="utf-8") for path in (tmp_path / name).glob("*.jsonl"))
        for name in ("bare", "full")
    ]
    assert told == [False, True]


def test_of_copies_the_best_scored_stays_whatever_spaces_digits_and_stops() -> None:
    found = only(
        confirmed("Point 1: stop!", "၁။ ရပ်ပါ။", "worse", 0.6),
        confirmed("Point 2 — STOP", "၂။ ရပ်ပါ", "better", 0.8),
        confirmed("Point: go", "သွားပါ။", "other", 0.5),
    )
    assert found == ["better", "other"]


def test_of_near_copies_the_best_scored_stays() -> None:
    long = "The council of the river villages met on the island to talk about the flood"
    burmese = "မြစ်ရိုးကျေးရွာများကောင်စီသည် ရေဘေးအကြောင်း ဆွေးနွေးရန် ကျွန်းပေါ်တွင် တွေ့ဆုံခဲ့သည်"
    units = confirmed(long, burmese, "worse", 0.6), confirmed(f"{long}s", burmese, "better", 0.8)
    assert only(*units) == ["better"]
    assert only(*units, near=1.1) == ["worse", "better"]


@pytest.mark.parametrize("bad", [
    confirmed("Writing well.", "ျမန္မာစာ ေရးသားနည္း"),
    confirmed("Writing well.", "မြန်မာစာ ေရးသားနည်း"),
    confirmed("Still English.", "Still English here."),
    confirmed("Same.", "Same."),
    confirmed("The Shan language.", "လိၵ်ႈလၢႆးတႆးယႂ်ႇၼၼ်ႉ ပဵၼ်လိၵ်ႈလၢႆးၸိုင်ႈတႆးဢိူဝ်ႈ"),
    confirmed("A very long sentence that says a great many things at once", "ဟုတ်"),
    confirmed("", "စာ"),
    unit("Not confirmed.", "အတည်မပြုရသေး။"),
])  # fmt: skip
def test_what_is_no_good_pair_is_left_out(bad: Unit) -> None:
    assert only(bad, confirmed("Good one.", "ကောင်းသည်။", "good"), ratio=3.0) == ["good"]


def test_pairs_that_are_nearly_the_same_on_both_sides_are_near_copies() -> None:
    long = "The council of the river villages met on the island to talk about the flood"
    burmese = "မြစ်ရိုးကျေးရွာများကောင်စီသည် ရေဘေးအကြောင်း ဆွေးနွေးရန် ကျွန်းပေါ်တွင် တွေ့ဆုံခဲ့သည်"
    worse = confirmed(long.replace("talk", "speak"), burmese.replace("ခဲ့သည်", "ကြသည်"), "worse", 0.6)
    other = confirmed("The children of the island", burmese, "other", 0.5)
    assert only(worse, confirmed(long, burmese, "better", 0.8), other, ratio=9.0) == ["better", "other"]


def test_documents_in_several_languages_want_a_choice(tmp_path: Path) -> None:
    shan = Sourced("s", Bitext("T", "en", "shn", (confirmed("Hello there.", "x", "1"),)))
    with pytest.raises(WrongUse, match="choose one pair of them: en:my, en:shn"):
        release([*documents(2), shan], tmp_path / "r", Plan("p"))
    made = release([*documents(2), shan], tmp_path / "r", Plan("p", languages=("en", "my")))
    assert made.counts["train"] and "shn" not in (tmp_path / "r" / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    "plan",
    [
        {"name": 1}, {"name": "p", "longest": "many"}, {"name": "p", "statuses": ["done"]}, [], "x",
        {"name": "p", "languages": ["en"]}, {"name": "p", "min_score": []}, {},
    ],
)  # fmt: skip
def test_a_manifest_that_holds_no_plan_is_refused(plan: object) -> None:
    with pytest.raises(BadFile, match="no plan that can be read"):
        Plan.from_json(plan)  # type: ignore[arg-type]


def test_tags_of_other_tools_are_no_part_of_a_corpus(tmp_path: Path) -> None:
    tags = [(f"x-inline-{side}", tag) for side in ("source", "target") for tag in ("<b>", "</b>")]
    tagged = confirmed("Read {1} the {2} rules {3} first.", "{1}စည်းမျဉ်းများ{2}ကို ဖတ်ပါ။", "1")
    bitext = Bitext("T", "en", "my", (replace(tagged, props=tuple(tags)),))
    release([Sourced("d", bitext)], tmp_path / "r", Plan("p", dev=0, test=0))
    for name in ("train.en", "train.tsv", "train.jsonl"):
        text = (tmp_path / "r" / name).read_text(encoding="utf-8")
        assert "Read the rules {3} first." in text and "{1} the" not in text
    assert (tmp_path / "r" / "train.my").read_text("utf-8").startswith("စည်းမျဉ်းများကို ဖတ်ပါ။\n")


def test_nothing_left_and_a_folder_in_the_way_are_told(tmp_path: Path) -> None:
    nothing = [Sourced("d", Bitext("T", "en", "my", (unit("One.", "တစ်။"),)))]
    with pytest.raises(NothingToExport, match=r"1 not of the status asked for\. Confirm some, or take"):
        release(nothing, tmp_path / "r", Plan("p"))
    assert not (tmp_path / "r").exists()
    with pytest.raises(WrongUse, match="is there already"):
        release(documents(2), Path(__file__).parent, Plan("p"))
    with pytest.raises(WrongUse, match="not docx"):
        release(documents(2), tmp_path / "r", Plan("p", formats=("docx",)))
