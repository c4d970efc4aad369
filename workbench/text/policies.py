"""The house policy: what is done about matters of taste, the same everywhere.

Each matter is shown (a finding without a mend of itself), normalised (a mend is applied) or left alone.
"""

from dataclasses import dataclass, fields, replace
from enum import StrEnum

from workbench.errors import WrongUse
from workbench.saying import say


class Choice(StrEnum):
    """What to do about a matter of taste."""

    SHOW = "show"
    NORMALISE = "normalise"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Policy:
    """The choices of a house: zero-width spaces, look-alike letters, digits, and the order of NFC."""

    zwsp: Choice = Choice.SHOW
    lookalikes: Choice = Choice.SHOW
    digits: Choice = Choice.SHOW
    order: Choice = Choice.SHOW

    @classmethod
    def parse(cls, words: str, house: "Policy | None" = None) -> "Policy":
        """The policy told as `zwsp=normalise,digits=leave`; the rest as the house has it, else shown.

        >>> Policy.parse("zwsp=normalise").zwsp
        <Choice.NORMALISE: 'normalise'>
        """
        names = [each.name for each in fields(cls)]
        chosen = {}
        for word in filter(None, (each.strip() for each in words.split(","))):
            name, _, choice = word.partition("=")
            if name not in names or choice not in list(Choice):
                raise WrongUse(
                    say(
                        "The policy “%(word)s” is not known: write one of %(names)s, then = and one of "
                        "%(choices)s.",
                        word=word,
                        names=", ".join(names),
                        choices=", ".join(Choice),
                    )
                )
            chosen[name] = Choice(choice)
        return replace(house or cls(), **chosen)


HOUSE = Policy()
"""What holds where nobody chose."""
