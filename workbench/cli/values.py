"""Values of options that one function reads, with a sentence for what it cannot read."""

from collections.abc import Callable
from typing import Any

import click

from workbench.bitext.codes import pair_from


class Parsed(click.ParamType[Any]):
    """An option's value as `parse` reads it; what that raises `ValueError` for is refused."""

    def __init__(self, name: str, parse: Callable[[str], Any]) -> None:
        self.name = name
        self._parse = parse

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value, or the sentence."""
        try:
            return self._parse(value)
        except ValueError:
            self.fail(f"{value!r} is not {self.name}.", param, ctx)


LANGUAGES = Parsed("two languages like en:my", pair_from)
