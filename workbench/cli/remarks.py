"""What opening a file changed or doubted, said on stderr."""

from collections.abc import Iterable

import click

from workbench.cli.files import plain
from workbench.files import Remark

_PLACES = 3


def tell(path: str, remarks: Iterable[Remark]) -> None:
    """Say each sentence once, with the first of its places and how many more there are."""
    places: dict[str, list[str]] = {}
    for each in remarks:
        places.setdefault(each.message, []).append(each.place)
    for message, found in places.items():
        where = ", ".join(filter(None, found[:_PLACES]))
        more = f" and {len(found) - _PLACES} more" if len(found) > _PLACES else ""
        click.echo(plain(f"{path}: {f'{where}{more}: ' if where else ''}{message}"), err=True)
