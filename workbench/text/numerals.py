"""Numbers as values: Burmese and Latin digits that write the same number are the same number."""

import re

BURMESE_DIGITS = "၀၁၂၃၄၅၆၇၈၉"
_TO_LATIN = str.maketrans(BURMESE_DIGITS + "႐႑႒႓႔႕႖႗႘႙", "0123456789" * 2)
_TO_BURMESE = str.maketrans("0123456789", BURMESE_DIGITS)
_NUMBER = re.compile(r"\d+(?:[.,٫٬](?=\d)\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})+(?!\d)")


def latin_digits(text: str) -> str:
    """The text with every Burmese digit (Shan ones too) as a Latin digit.

    >>> latin_digits("၂၀၂၁ ခုနှစ်")
    '2021 ခုနှစ်'
    """
    return text.translate(_TO_LATIN)


def burmese_digits(text: str) -> str:
    """The text with every Latin digit as a Burmese digit.

    >>> burmese_digits("12.5%")
    '၁၂.၅%'
    """
    return text.translate(_TO_BURMESE)


def numbers(text: str) -> list[str]:
    """The numbers of a text in order, in Latin digits without grouping commas.

    >>> numbers("၁,၂၀၀ ကျပ်၊ ၃.၅ ရာခိုင်နှုန်း"), numbers("1,200 kyat, 3.5 per cent")
    (['1200', '3.5'], ['1200', '3.5'])
    """
    found = _NUMBER.findall(latin_digits(text))
    return [each.replace(",", "") if _GROUPED.match(each) else each for each in found]
