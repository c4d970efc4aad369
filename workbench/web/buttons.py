"""The buttons of a pair: a page of the desk has a thousand, alike but for the pair that they act on."""

from functools import lru_cache

from flask import Flask
from markupsafe import Markup, escape


def install(app: Flask) -> None:
    """Let templates say `button(...)`."""
    app.jinja_env.globals["button"] = button


def button(address: str, act: str, words: str, key: str = "", kind: str = "", then: str = "") -> Markup:
    """The button of an act: `address` is that of the pair's acts, `key` names the keys that press it.

    >>> print(button("/units/7/", "insert", "Insert"), end="")
    <button class="button" formaction="/units/7/insert">Insert</button>
    """
    before, after = _around(act, words, key, kind, then)
    return Markup("".join((before, escape(address), after)))


@lru_cache(maxsize=1024)
def _around(act: str, words: str, key: str, kind: str, then: str) -> tuple[Markup, Markup]:
    before = Markup('<button class="{}" formaction="').format(f"button {kind}".rstrip())
    after = Markup('{}"').format(act)
    if key:
        after += Markup(' data-key="{}"').format(key)
    if then:
        after += Markup(' data-then="{}"').format(then)
    after += Markup(">{}").format(words)
    if key:
        pressed = key.split(" ")[0].replace("Key", "").replace("Shift+", "⇧")
        after += Markup(' <kbd aria-hidden="true">{}</kbd>').format(pressed)
    return before, after + Markup("</button>\n")
