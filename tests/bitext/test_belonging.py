import pytest

from tests.bitext.test_arriving import written
from workbench.bitext.arriving import Arriving, unpacked
from workbench.bitext.belonging import groups
from workbench.errors import BadFile, WrongUse

TMX, LADDER = written("tmx"), b"0\t0\n1\t1\n"
CES = b'<cesAlign><linkGrp fromDoc="en/a.xml" toDoc="my/a.xml"/></cesAlign>'
SHEET = "One.\tတစ်။\n".encode()


def named(*files: tuple[str, bytes]) -> list[tuple[tuple[str, ...], bool]]:
    found = groups([Arriving(name, content) for name, content in files])
    return [(tuple(each.name for each in group.files), group.is_bitext) for group in found]


def test_files_of_pairs_stay_each_for_itself_however_many() -> None:
    for count in (1, 2, 3, 4):
        files = [(f"{n}.tmx", TMX) for n in range(count)]
        assert named(*files) == [((name,), True) for name, _ in files]


def test_a_ladder_takes_the_only_two_texts_or_those_of_its_name() -> None:
    texts = ("a.en.txt", b"One."), ("a.my.txt", b"Two.")
    assert named(texts[0], ("ladder.txt", LADDER), texts[1]) == [
        (("ladder.txt", "a.en.txt", "a.my.txt"), True)
    ]
    others = ("b.en.txt", b"One."), ("b.my.txt", b"Two.")
    assert named(*texts, ("b.ladder", LADDER), *others) == [
        (("b.ladder", "b.en.txt", "b.my.txt"), True), (("a.en.txt", "a.my.txt"), False),
    ]  # fmt: skip


def test_an_alignment_takes_its_texts_whatever_folder_they_lie_in() -> None:
    texts = ("en/a.xml", b"<text/>"), ("my/a.xml", b"<text/>")
    assert named(("a.xml", CES), *texts) == [(("a.xml", "en/a.xml", "my/a.xml"), True)]


def test_texts_of_one_name_belong_together_and_any_two_do() -> None:
    four = [(name, b"One.") for name in ("a_en.txt", "a_my.txt", "en/b.docx", "my/b.docx")]
    assert [names for names, _ in named(*four)] == [("a_en.txt", "a_my.txt"), ("en/b.docx", "my/b.docx")]
    assert named(("x.txt", b"One."), ("y.txt", b"Two.")) == [(("x.txt", "y.txt"), False)]


def test_two_tables_of_one_language_are_texts() -> None:
    tables = ("a.csv", b"One.,x\nTwo.,y\n"), ("b.csv", "တစ်။,၁\nနှစ်။,၂\n".encode())
    assert named(*tables) == [(("a.csv", "b.csv"), False)]


def test_a_cut_zip_is_told_to_be_one_and_an_empty_one_holds_nothing() -> None:
    with pytest.raises(BadFile, match=r"a\.xlsx is damaged or was cut short"):
        named(("a.xlsx", written("xlsx")[:900]))
    assert unpacked([Arriving("a.zip", b"PK\x05\x06" + b"\0" * 18)]) == []


def test_what_is_left_alone_is_named() -> None:
    with pytest.raises(WrongUse, match=r"belongs to b\.en\.txt"):
        named(("a.en.txt", b"x"), ("a.my.txt", b"y"), ("b.en.txt", b"z"))
    with pytest.raises(WrongUse, match=r"a\.ladder is an alignment of two texts"):
        named(("a.ladder", LADDER), ("m.tmx", TMX))
