"""The registry of languages: what the floors above need to know of one.

English and Burmese have rules of their own; any other BCP-47 tag gets a plain entry and falls back to
ICU. A third language is one more entry here and one small rule file in `segment`.
"""

from dataclasses import dataclass
from functools import lru_cache

from workbench.saying import say


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its BCP-47 tag, with its English name and what stands between two sentences."""

    tag: str
    name: str
    joiner: str = " "


ENGLISH = Language("en", say("English"))
MYANMAR = Language("my", say("Burmese"))

LANGUAGES: dict[str, Language] = {each.tag: each for each in (ENGLISH, MYANMAR)}


@lru_cache(maxsize=256)
def primary(tag: str) -> str:
    """The language of a tag without its script and region, in small letters.

    >>> primary("en-GB"), primary("my_MM")
    ('en', 'my')
    """
    return tag.replace("_", "-").split("-")[0].lower()


def language(tag: str) -> Language:
    """The registered language of this tag, or a plain entry for any other.

    >>> language("my").name
    'Burmese'
    >>> language("th").tag
    'th'
    """
    return LANGUAGES.get(primary(tag), Language(tag, tag))
