"""Real programs that take our files; `make test` installs them."""

import shutil
import subprocess
from collections.abc import Callable

import pytest

PACKAGES = {"omegat": "omegat", "tmxwc": "libxml-tmx-perl", "lt-tmxcomp": "lttoolbox"}


@pytest.fixture
def program() -> Callable[..., str]:
    """Run a program and give what it said; refuses to pass when the program is missing."""

    def run(name: str, *arguments: str) -> str:
        if shutil.which(name) is None:
            pytest.fail(f"needs Debian's package {PACKAGES.get(name, name)}")
        done = subprocess.run(
            [name, *arguments], capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    return run
