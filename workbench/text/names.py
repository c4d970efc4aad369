"""Names that CLDR knows in every language: countries, languages, months, weekdays."""

from functools import cache

import icu

KINDS = ("countries", "languages", "months", "weekdays")


def _displayed(codes: list[str], make: str, show: str, tag: str) -> list[str]:
    locale = icu.Locale(tag)
    return [getattr(icu.Locale(make.format(code)), show)(locale) for code in codes]


@cache
def listed(kind: str, tag: str) -> tuple[str, ...]:
    """CLDR's names of one of `KINDS` in a language, or of `short_months`; always in the same order.

    >>> listed("months", "my")[1], listed("short_months", "en")[1], listed("weekdays", "en")[0]
    ('ဖေဖော်ဝါရီ', 'Feb', 'Sunday')
    """
    if kind == "countries":
        return tuple(_displayed(list(icu.Locale.getISOCountries()), "und_{}", "getDisplayCountry", tag))
    if kind == "languages":
        return tuple(_displayed(list(icu.Locale.getISOLanguages()), "{}", "getDisplayLanguage", tag))
    symbols = icu.DateFormatSymbols(icu.Locale(tag))
    if kind == "weekdays":
        return tuple(symbols.getWeekdays()[1:])
    return tuple(symbols.getMonths() if kind == "months" else symbols.getShortMonths())


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
        for ours, theirs in zip(listed(kind, source), listed(kind, target), strict=True)
        if ours != theirs
    }
