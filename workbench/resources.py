"""Where the files that are not Python lie: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "_shipped"


def resource(name: str) -> Path:
    """The folder `templates`, `migrations` or `seeds`, wherever this copy keeps it."""
    inside = _SHIPPED / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
