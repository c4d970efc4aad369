"""What a release takes, leaves out and is written as; enough to make it again."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from workbench.bitext.units import STATUSES, Bitext, Status
from workbench.errors import BadFile
from workbench.saying import say

_NO_PLAN = say("The manifest has no plan that can be read.")
FORMATS = ("moses", "tsv", "jsonl", "parquet", "xces", "hunalign")
SPLITS = ("train", "dev", "test")


@dataclass(frozen=True, slots=True)
class Sourced:
    """A document that goes into a release: a stable id, its bitext, the files it came from."""

    id: str
    bitext: Bitext
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The choices of one release.

    `ratio` is how many times one side may be longer than the other, in letters. `near` leaves out a
    pair whose sides are both this alike (0 to 1) with a better pair's; above 1 it leaves none out.
    `dev` and `test` are shares of the pairs; documents are never torn apart. `languages` names the one
    pair of languages that is taken; it can be left out where all documents are in one.
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
    languages: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The plan as a manifest keeps it."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Plan":
        """The plan of a manifest; refuses with `BadFile` what is none."""
        try:
            values: dict[str, Any] = {
                name: tuple(value) if isinstance(value, list) else value for name, value in data.items()
            }
            plan = cls(**{each.name: values[each.name] for each in fields(cls) if each.name in values})
        except (TypeError, AttributeError) as error:
            raise BadFile(_NO_PLAN) from error
        if not plan._is_sound():
            raise BadFile(_NO_PLAN)
        return plan

    def _is_sound(self) -> bool:
        """Whether every choice is of its kind, as the usual plan has it."""
        usual = Plan("usual", min_score=0.0)
        kinds = {each.name: type(getattr(usual, each.name)) for each in fields(self)}
        found = {name: getattr(self, name) for name in kinds}
        if found["min_score"] is None:
            found["min_score"] = 0.0
        right = all(
            isinstance(found[name], (kind, int) if kind is float else kind)
            for name, kind in kinds.items()
        )
        return right and set(self.statuses) <= STATUSES.keys() and len(self.languages) in (0, 2)
