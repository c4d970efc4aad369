"""Numbers that are written as words: one in eight of those that stand in digits across."""

from workbench.align.tokens import latin_tokens

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TEENS = (
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred")
_ENGLISH = {word: n for n, word in enumerate((*_ONES, *_TEENS), 1)} | {
    word: 10 * n for n, word in enumerate(_TENS, 2)
}
_BURMESE_ONES = ("တစ်", "နှစ်", "သုံး", "လေး", "ငါး", "ခြောက်", "ခုနစ်", "ရှစ်", "ကိုး")
_BURMESE = (
    *((word, n) for n, word in enumerate(_BURMESE_ONES, 1)),
    ("ခုနှစ်", 7),
    ("ဆယ်", 10),
    *(("ဆယ့်" + word, 10 + n) for n, word in enumerate(_BURMESE_ONES, 1)),
    *((word + "ဆယ်", 10 * n) for n, word in enumerate(_BURMESE_ONES, 1)),
    ("တစ်ရာ", 100),
)


def spelled_numbers(text: str) -> set[str]:
    """The numbers up to twenty, and the tens, that a text may mean by words; some mean other things too.

    >>> sorted(spelled_numbers("Twelve of us and a boat")), sorted(spelled_numbers("ကလေး ဆယ်ယောက်"))
    (['#12'], ['#10', '#4'])
    """
    found = set(latin_tokens(text))
    english = {f"#{number}" for word, number in _ENGLISH.items() if word in found}
    return english | {f"#{number}" for word, number in _BURMESE if word in text}
