import io
import zipfile

import pytest

from tests.bitext.test_tmx_reading import HEAD, TAIL, tu
from tests.builders import unit
from workbench.bitext import hunalign
from workbench.bitext.arriving import Arrival, Arriving, Wishes, arrive, pair, unpacked
from workbench.bitext.formats import FORMATS, kind
from workbench.bitext.heading import Heading
from workbench.errors import BadFile

UNITS = [unit("One.", "တစ်။", "1"), unit("Two, three.", "နှစ်၊ သုံး။", "2")]
PAIRS = [("One.", "တစ်။"), ("Two, three.", "နှစ်၊ သုံး။")]


def written(form: str) -> bytes:
    out = io.BytesIO()
    FORMATS[form].write(UNITS, out, Heading(title="Statement"))
    return out.getvalue()


def pairs(arrival: Arrival) -> list[tuple[str, str]]:
    return [(each.source_text, each.target_text) for each in arrival.bitext.units]


def taken(name: str, content: bytes, **wishes: object) -> Arrival:
    return arrive([Arriving(name, content)], title="T", wishes=Wishes(**wishes))  # type: ignore[arg-type]


READ_BACK = [form for form, each in FORMATS.items() if each.read]


@pytest.mark.parametrize("form", READ_BACK)
def test_every_format_is_told_and_comes_in(form: str) -> None:
    arrival = taken(f"statement.{form}", written(form))
    assert pairs(arrival) == PAIRS
    assert (arrival.bitext.source_language, arrival.bitext.target_language) == ("en", "my")


@pytest.mark.parametrize("form", [form for form in READ_BACK if form not in ("tsv", "csv")])
def test_a_wrong_name_does_not_hide_what_a_file_is(form: str) -> None:
    assert pairs(taken("statement.doc", written(form))) == PAIRS


@pytest.mark.parametrize("form", ["html", "docx"])
def test_what_only_goes_out_is_no_bitext(form: str) -> None:
    assert kind(io.BytesIO(written(form)), f"a.{form}") == ""


@pytest.mark.parametrize(
    "content", [b"", b"Plain English.\nMore of it.\n", b"\x89PNG\r\n", b"PK\x03\x04cut"]
)
def test_what_holds_no_units_is_refused_and_the_formats_are_named(content: bytes) -> None:
    with pytest.raises(BadFile, match=r"none of the formats that hold units: TMX 1\.4, XLIFF"):
        taken("notes.txt", content)


def test_a_ladder_brings_its_two_texts_in_whatever_order_it_stands() -> None:
    ladder, source, target = io.BytesIO(), io.BytesIO(), io.BytesIO()
    hunalign.write(UNITS, ladder, source, target)
    files = [Arriving("a.en", source.getvalue()), Arriving("a.my", target.getvalue())]
    for at in range(3):
        three = [*files[:at], Arriving("a.ladder", ladder.getvalue()), *files[at:]]
        assert pairs(arrive(three, title="T")) == PAIRS


def test_a_pair_of_line_files_comes_in_and_a_surplus_is_told() -> None:
    arrival = pair(
        Arriving("a.en", b"One.\nTwo.\nThree.\n"), Arriving("a.my", "တစ်။\nနှစ်။\n".encode()), title="T"
    )
    assert len(arrival.bitext.units) == 2 and "source has more lines" in arrival.bitext.remarks[0]


def test_zawgyi_is_converted_and_told_or_kept_and_told() -> None:
    text = HEAD + tu("Writing.", "ျမန္မာစာ ေရးသားနည္း", "1") + tu("One.", "တစ်။", "2") + TAIL
    arrival = taken("a.tmx", text.encode())
    assert pairs(arrival)[0] == ("Writing.", "မြန်မာစာ ရေးသားနည်း")
    assert arrival.bitext.remarks == ("Unit 1: Was Zawgyi and is converted to Unicode.",)
    arrival = taken("a.tmx", text.encode(), keep_zawgyi=True)
    assert pairs(arrival)[0][1] == "ျမန္မာစာ ေရးသားနည္း"
    assert arrival.bitext.remarks == ("Unit 1: Is Zawgyi and was kept so.",)


def test_a_tmx_is_told_with_its_own_version() -> None:
    text = HEAD + tu("One.", "တစ်။", "1") + TAIL
    for version in ("1.1", "1.4"):
        assert taken("a.tmx", text.replace("1.4", version).encode()).format == f"TMX {version}"
    assert taken("a.tmx", text.replace("1.4", "&lt;b&gt;").encode()).format == "TMX 1.4"


def shan(source: str, target: str, tuid: str) -> str:
    return tu(source, target, tuid).replace('"my"', '"shn"')


def test_what_is_in_other_languages_than_most_is_left_out_and_told() -> None:
    body = shan("Three.", "သၢမ်", "3") + tu("One.", "တစ်။", "1") + tu("Two.", "နှစ်။", "2")
    arrival = taken("a.tmx", (HEAD + body + TAIL).encode())
    assert pairs(arrival) == [("One.", "တစ်။"), ("Two.", "နှစ်။")]
    assert arrival.bitext.target_language == "my"
    assert (arrival.report.units, arrival.report.left_out) == (2, 1)
    assert arrival.bitext.remarks == ("Unit 3: Has en and shn, not en and my; left out.",)
    assert pairs(taken("a.tmx", (HEAD + body + TAIL).encode(), target="shn")) == [("Three.", "သၢမ်")]


def test_of_three_languages_english_and_burmese_are_taken() -> None:
    three = tu("One.", "တစ်။", "1").replace("</tu>", '<tuv xml:lang="shn"><seg>ၼိုင်ႈ</seg></tuv></tu>')
    turned = (
        '<tu tuid="2"><tuv xml:lang="en"><seg>Two.</seg></tuv><tuv xml:lang="shn"><seg>သွင်</seg></tuv>'
    )
    turned += '<tuv xml:lang="my"><seg>နှစ်။</seg></tuv></tu>'
    arrival = taken("a.tmx", (HEAD + three + turned + TAIL).encode())
    assert pairs(arrival) == [("One.", "တစ်။"), ("Two.", "နှစ်။")]
    assert "Also has shn; not taken." in arrival.bitext.remarks[0]


def test_nothing_is_taken_when_all_was_wished_and_a_unit_is_bad() -> None:
    text = HEAD + tu("One.", "တစ်။", "1") + "<tu></tu>" + TAIL
    assert len(taken("a.tmx", text.encode()).bitext.units) == 1
    with pytest.raises(BadFile, match="1 units cannot be taken, so nothing was"):
        taken("a.tmx", text.encode(), whole=True)


def test_a_zip_of_files_is_unpacked_and_a_bomb_is_not() -> None:
    def zipped(**members: bytes) -> Arriving:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return Arriving("all.zip", out.getvalue())

    found = unpacked([zipped(a=written("tmx"), b=written("po"))])
    assert [pairs(arrive([each], title="T")) for each in found] == [PAIRS, PAIRS]
    with pytest.raises(BadFile, match="zip bomb"):
        unpacked([zipped(bomb=b"\0" * 50_000_000)])
    with pytest.raises(BadFile, match="leads out"):
        unpacked([zipped(**{"../evil.tmx": b"x"})])


def test_of_a_table_the_columns_can_be_corrected() -> None:
    from workbench.bitext.tables import Columns

    table = "first\tsecond\tthird\nOne.\tတစ်။\tတစ်ခု။\n".encode()
    chosen = Columns(0, 1, header=True)
    assert pairs(taken("a.tsv", table, columns=chosen)) == [("One.", "တစ်။")]
