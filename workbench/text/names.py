"""Names that CLDR knows in every language: countries, languages, months, weekdays."""

from functools import cache

import icu

KINDS = ("countries", "languages", "months", "weekdays")


def _displayed(codes: list[str], make: str, show: str, tag: str) -> list[str]:
    locale = icu.Locale(tag)
    return [getattr(icu.Locale(make.format(code)), show)(locale) for code in codes]


def _of(kind: str, tag: str) -> list[str]:
    if kind == "countries":
        return _displayed(list(icu.Locale.getISOCountries()), "und_{}", "getDisplayCountry", tag)
    if kind == "languages":
        return _displayed(list(icu.Locale.getISOLanguages()), "{}", "getDisplayLanguage", tag)
    symbols = icu.DateFormatSymbols(icu.Locale(tag))
    return list(symbols.getMonths() if kind == "months" else symbols.getWeekdays()[1:])


@cache
def names(source: str, target: str, kinds: tuple[str, ...] = KINDS) -> dict[str, str]:
    """The names CLDR gives in both languages, source to target; those that stay the same are left out.

    >>> pairs = names("en", "my")
    >>> pairs["Thailand"], pairs["July"], pairs["Wednesday"]
    ('ထိုင်း', 'ဇူလိုင်', 'ဗုဒ္ဓဟူး')
    """
    return {
        ours: theirs
        for kind in kinds
        for ours, theirs in zip(_of(kind, source), _of(kind, target), strict=True)
        if ours != theirs
    }
