"""Train, dev and test: whole documents, by a seed, so that no document is on two sides."""

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256

from workbench.bitext.release.plan import Plan, Sourced


def split(documents: Sequence[Sourced], pairs: Mapping[int, int], plan: Plan) -> dict[int, str]:
    """The split of each document that has pairs, by its number.

    Documents come in the order of a hash of seed and id, so that a new document moves no other far.
    Test is filled first, then dev, each until its share of the pairs is reached; the rest is train. The
    last document is always train.

    >>> from workbench.bitext.units import Bitext
    >>> documents = [Sourced(str(n), Bitext("", "en", "my", ())) for n in range(10)]
    >>> sorted(split(documents, dict.fromkeys(range(10), 5), Plan("p", dev=0.1, test=0.2)).values())
    ['dev', 'test', 'test', 'train', 'train', 'train', 'train', 'train', 'train', 'train']
    """
    order = sorted(pairs, key=lambda number: _hash(plan.seed, documents[number].id))
    wanted = {"test": plan.test * sum(pairs.values()), "dev": plan.dev * sum(pairs.values())}
    filled: Counter[str] = Counter()
    found: dict[int, str] = {}
    for number in order:
        name = next(
            (name for name in wanted if filled[name] + pairs[number] / 2 <= wanted[name]), "train"
        )
        found[number] = "train" if number == order[-1] else name
        filled[found[number]] += pairs[number]
    return found


def _hash(seed: int, identity: str) -> bytes:
    return sha256(f"{seed}:{identity}".encode()).digest()
