"""A dictionary that fills itself from a function and forgets everything before it grows too large."""

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Memo(dict[str, Value], Generic[Value]):
    """What `function` said of each string; the answer to a known string costs one look-up.

    It holds at most `limit` answers, so that a hostile text of ever new strings cannot fill the memory.

    >>> length = Memo(len)
    >>> length["abc"], length["abc"], len(length)
    (3, 3, 1)
    """

    def __init__(self, function: Callable[[str], Value], limit: int = 100_000) -> None:
        super().__init__()
        self._function, self._limit = function, limit

    def __missing__(self, key: str) -> Value:
        if len(self) >= self._limit:
            self.clear()
        value = self[key] = self._function(key)
        return value
