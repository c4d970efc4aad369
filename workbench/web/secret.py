"""The key that signs our cookies: made once, kept in the data folder, readable by its owner alone."""

import os
import secrets
from pathlib import Path

from workbench.errors import StoreUnavailable
from workbench.saying import say


def secret_key(folder: Path) -> bytes:
    """32 random bytes that stay the same across restarts; refuses with `StoreUnavailable`."""
    path = folder / "secret.key"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return path.read_bytes() if path.exists() else _make(path)
    except OSError as error:
        raise StoreUnavailable(
            say(
                "Cannot write to the data folder %(folder)s: %(error)s. Name another one with "
                "WORKBENCH_DATA.",
                folder=folder,
                error=error.strerror,
            )
        ) from error


def _make(path: Path) -> bytes:
    """Write the key, or read the one that another process wrote first."""
    key = secrets.token_bytes(32)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(handle, "wb") as stream:
        stream.write(key)
    return key
