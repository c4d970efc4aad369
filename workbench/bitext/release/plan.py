"""What a release takes, leaves out and is written as; enough to make it again."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from workbench.bitext.units import Bitext, Status
from workbench.errors import BadFile
from workbench.saying import say

FORMATS = ("moses", "tsv", "jsonl", "parquet", "xces", "hunalign")
SPLITS = ("train", "dev", "test")


@dataclass(frozen=True, slots=True)
class Sourced:
    """A document that goes into a release: a stable id, its bitext, where it came from."""

    id: str
    bitext: Bitext
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The choices of one release.

    `ratio` is how many times one side may be longer than the other, in letters. `near` leaves out a
    pair whose one side is the same and whose other side is this alike (0 to 1) with a better pair's.
    `dev` and `test` are shares of the pairs; documents are never torn apart.
    """

    name: str
    licence: str = "unknown"
    formats: tuple[str, ...] = ("moses", "tsv", "jsonl", "xces", "hunalign")
    statuses: tuple[str, ...] = (Status.CONFIRMED.value,)
    min_score: float | None = None
    longest: int = 2000
    ratio: float = 6.0
    near: float = 0.9
    dev: float = 0.05
    test: float = 0.05
    seed: int = 1
    notes: bool = False
    attribution: str = ""

    def to_json(self) -> dict[str, Any]:
        """The plan as a manifest keeps it."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Plan":
        """The plan of a manifest; refuses with `BadFile` what is none."""
        known = {each.name for each in fields(cls)}
        try:
            values: dict[str, Any] = {
                name: tuple(value) if isinstance(value, list) else value for name, value in data.items()
            }
            return cls(**{name: value for name, value in values.items() if name in known})
        except (TypeError, AttributeError) as error:
            raise BadFile(say("The manifest has no plan that can be read.")) from error
