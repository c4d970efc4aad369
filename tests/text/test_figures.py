"""Numbers in digits and in words, and dates: what a text says in figures, by the cases of a linguist."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.amounts import amounts
from workbench.text.dates import Date, dates
from workbench.text.spelled import may_mean, spelled

CASES = Path(__file__).with_name("cases")


def cases(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("text", "sure", "doubtful"), cases("spelled.tsv"))
def test_numbers_in_words_have_their_values(text: str, sure: str, doubtful: str) -> None:
    found = spelled(text)
    assert [str(each.value) for each in found if each.sure] == sure.split()
    assert [str(each.value) for each in found if not each.sure] == doubtful.split()


@pytest.mark.parametrize(("text", "wanted"), cases("dates.tsv"))
def test_dates_say_what_they_say(text: str, wanted: str) -> None:
    found = [f"{each.year}-{each.month}-{each.day} {each.weekday}" for each in dates(text)]
    assert ", ".join(found) == wanted


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,200 kyat", {1200}),
        ("2.5 million", {2_500_000, Fraction(5, 2)}),
        ("သိန်း ၅၀", {5_000_000, 50}),
        ("၄င်းသည် H1N1 ဖြစ်သည်", set()),
        ("2bn", {2 * 10**9, 2}),
        ("9" * 5000, set()),
    ],
)
def test_numbers_in_digits_may_be_counted_in_either_way(text: str, values: set[Fraction]) -> None:
    assert {value for each in amounts(text) for value in each.values} == values


def test_dates_agree_when_nothing_that_both_say_differs() -> None:
    day, month, other = Date(0, 1, 2021, 2, 1), Date(0, 1, month=2), Date(0, 1, 2020, 2)
    assert day.agrees(month) and month.agrees(other) and not day.agrees(other)
    assert not Date(0, 1, weekday=1).agrees(month)


@pytest.mark.parametrize("word", ["သိန်း", "ရာ", "million ", "May ", "ဆယ့်", "1,", "မေလ ", "2021 "])
def test_a_word_said_thousands_of_times_stops_nothing(word: str) -> None:
    for find in (spelled, amounts, dates):
        assert len(find(word * 10_000)) <= 10_000


@given(st.text(st.sampled_from("0123၁၂၃၄ .,-/လရာဆယ့်သန်းခွဲနှစ်တစ် hundredMay Feb")))
def test_any_text_gives_numbers_and_dates_that_lie_in_it_in_order(text: str) -> None:
    for found in (spelled(text), amounts(text), dates(text)):
        assert [each[:2] for each in found] == sorted(each[:2] for each in found)
        assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert {each.value for each in spelled(text)} <= may_mean(text)


def test_words_of_dates_without_end_are_passed_over() -> None:
    assert dates(f"May 1 {'ခုနှစ်' * 60}x May 2") == dates(f"May 1 {'-' * 360}x May 2")
