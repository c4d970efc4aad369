import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.bitext.searching import Finder, Search
from workbench.errors import TooLong, WorkbenchError, WrongUse
from workbench.text import folding

ZAWGYI, UNICODE = "ျမန္မာ", "မြန်မာ"


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("80", "လူ ၈၀ ဦး", ["၈၀"]),
        ("၈၀", "80 people", ["80"]),
        ("yangon", "Yangon and YANGON", ["Yangon", "YANGON"]),
        (UNICODE, "မြန်\u200bမာ နိုင်ငံ", ["မြန်\u200bမာ"]),
        ("a.b", "a.b axb", ["a.b"]),
        ("(", "one (two)", ["("]),
        ("ခု", "နေ့", []),
        ("Cafe\u0301", "the café", ["café"]),
        ("နယ် မြေ", "နယ်မြေ ၈၀", ["နယ်မြေ"]),
        ("က", "ကို", ["က"]),
        ("sea ", "The sea is seas.", ["sea "]),
        ("f", "oﬃce f", ["f"]),
        ("“", '“so” "so"', ["“"]),
        ("don’t", "I don't", ["don't"]),
    ],
)
def test_words_are_found_in_either_script_s_digits_and_case(
    words: str, text: str, found: list[str]
) -> None:
    assert [text[start:end] for start, end in Finder(Search(words)).spans(text)] == found


def test_words_typed_in_zawgyi_find_their_unicode() -> None:
    assert Finder(Search("ျမန္မာႏိုင္ငံသည္")).spans("ဤ မြန်မာနိုင်ငံသည် ကြီး၏") == [(2, 18)]


def test_words_of_two_encodings_find_their_unicode() -> None:
    words, text = "ဟိုတုန်းက “ျမန္မာႏိုင္ငံ” ဟု ရေးသည်။", "ဟိုတုန်းက “မြန်မာနိုင်ငံ” ဟု ရေးသည်။"
    assert Finder(Search(words)).spans(text) == [(0, len(text))]


def test_case_counts_when_it_is_asked_for() -> None:
    assert Finder(Search("us", match_case=True)).spans("US us") == [(3, 5)]


def test_words_that_search_finds_are_those_that_are_replaced() -> None:
    for words, text in (("၈၀", "80%"), ("Myanmar’s", "Myanmar's own"), ("မင်္ဂလာ", "မင်္ဂလာပါ")):
        assert folding.readings(words)[0] in folding.fold(text)
        assert Finder(Search(words)).spans(text)


def test_a_replacement_keeps_the_digits_of_the_place() -> None:
    finder = Finder(Search("80"))
    assert finder.replaced("၈၀ and 80", "95") == "၉၅ and 95"


def test_a_regular_expression_gives_its_groups_as_the_text_has_them() -> None:
    finder = Finder(Search(r"(\d+) May (?P<year>\d+)", is_regex=True))
    assert finder.replaced("၃ May ၂၀၂၁", r"\g<year>, May \1 \\") == "၂၀၂၁, May ၃ \\"


@pytest.mark.parametrize(("words", "is_regex"), [("", False), ("  ", True), ("(", True), ("*", True)])
def test_what_cannot_be_searched_is_said(words: str, is_regex: bool) -> None:
    with pytest.raises(WrongUse):
        Finder(Search(words, is_regex))


def test_a_group_that_is_not_there_is_said() -> None:
    with pytest.raises(WrongUse, match="no group 2"):
        Finder(Search("(a)", is_regex=True)).replaced("a", r"\2")


def test_a_pattern_that_would_run_for_ever_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.bitext.searching.SECONDS", 0.05)
    with pytest.raises(WrongUse, match="too long"):
        Finder(Search(r"(?:a|aa)+b", is_regex=True)).spans("a" * 60 + "cb")


@given(st.text(max_size=20), st.text(min_size=1, max_size=3).filter(str.strip), st.text(max_size=5))
def test_only_what_is_found_is_replaced(text: str, words: str, by: str) -> None:
    finder = Finder(Search(words))
    between, end = [], 0
    for start, stop in finder.spans(text):
        between.append(text[end:start])
        end = stop
    rest = "".join([*between, text[end:]])
    assert finder.replaced(text, "") == rest
    assert (finder.replaced(text, by) == text) or finder.spans(text)


@pytest.mark.parametrize(
    "pattern",
    ["(?R)", "(a)(?1)", "a{1000000000}", "(((a{999}){999}){999})", "(" * 400 + ")" * 400, "a" * 1001],
)
def test_a_pattern_that_would_take_all_memory_is_refused(pattern: str) -> None:
    with pytest.raises(WorkbenchError):
        Finder(Search(pattern, is_regex=True)).spans("aaaa")


def test_a_count_and_a_bracket_that_may_be_missing_are_no_such_pattern() -> None:
    assert Finder(Search(r"\(?R\d{4}", is_regex=True)).spans("(R2021") == [(0, 6)]


@pytest.mark.parametrize(("by", "count"), [("x" * 1001, 1), (r"\1" * 400, 300)])
def test_a_text_does_not_grow_without_measure(by: str, count: int) -> None:
    with pytest.raises(TooLong):
        Finder(Search("(a+)", is_regex=True)).replaced("aaaaaaaaaa " * count, by)


def test_all_texts_of_one_search_share_one_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.bitext.searching.ALL_SECONDS", 0.05)
    finder, slow = Finder(Search("(?:a|aa)+b", is_regex=True)), "a" * 60 + "cb"
    for _ in range(2):
        with pytest.raises(WrongUse, match="too long"):
            finder.spans(slow)
