"""The code of a language as every tool takes it."""

from functools import lru_cache


@lru_cache(1024)
def code(tag: str) -> str:
    """The language code as every tool takes it: `en`, `my`, others lower case with hyphens.

    >>> code("my_MM"), code("EN-US"), code("mya"), code("pt_BR")
    ('my', 'en', 'my', 'pt-br')
    """
    tag = tag.strip().replace("_", "-").lower()
    known = {"en": "en", "eng": "en", "my": "my", "mya": "my", "bur": "my"}
    return known.get(tag.split("-")[0], tag)


def pair_from(text: str) -> tuple[str, str]:
    """Two languages with a colon between them; raises `ValueError` for anything else.

    >>> pair_from("en:my")
    ('en', 'my')
    """
    source, target = text.split(":")
    if not (source and target):
        raise ValueError(f"{text!r} is no pair of languages")
    return code(source), code(target)
