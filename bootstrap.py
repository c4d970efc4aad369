"""Everything the workbench needs, from a bare Debian to a filled `.venv`; standard library only.

`python3 bootstrap.py run` prepares what serving needs, `python3 bootstrap.py test` what tests need too.
System packages come by apt (with sudo only when not root); Python packages come from a lock with a hash
for every file. A second call sees that nothing has changed and ends at once.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = {"run": "requirements.lock", "test": "requirements-test.lock"}


def on_path(program: str) -> Callable[[], bool]:
    """A question: can this program be called?"""
    return lambda: shutil.which(program) is not None


def has_icu() -> bool:
    """Whether ICU's headers are here."""
    found = shutil.which("pkg-config")
    return bool(found) and subprocess.run([found, "--exists", "icu-i18n"], check=False).returncode == 0


def has_headers() -> bool:
    """Whether Python's own headers are here."""
    return Path(sysconfig.get_path("include"), "Python.h").is_file()


def has_postgresql() -> bool:
    """Whether a PostgreSQL server is here; Debian keeps it off the path."""
    return shutil.which("initdb") is not None or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


# Debian's name for each thing, and how to see that it is there. PyICU is compiled on this machine
# against Debian's ICU: that is what the compiler, pkg-config and the headers are for.
NEEDS: dict[str, dict[str, Callable[[], bool]]] = {
    "run": {
        "g++": on_path("g++"),
        "pkg-config": on_path("pkg-config"),
        "libicu-dev": has_icu,
        "python3-dev": has_headers,
        "python3-venv": lambda: find_spec("ensurepip") is not None,
        "poppler-utils": on_path("pdftotext"),
    },
    "test": {
        "postgresql": has_postgresql,
        "chromium": on_path("chromium"),
        # Programs that read our files, so that tests can ask them.
        "omegat": on_path("omegat"),
        "libxml-tmx-perl": on_path("tmxwc"),
        "lttoolbox": on_path("lt-tmxcomp"),
    },
}


def stop(sentence: str) -> None:
    """End with one sentence that says what to do."""
    sys.exit(f"workbench: {sentence}")


def system_packages(goals: Iterable[str]) -> None:
    """Install what is missing by apt, or say in one sentence what to install elsewhere."""
    missing = [name for goal in goals for name, there in NEEDS[goal].items() if not there()]
    if not missing:
        return
    wanted = ", ".join(missing)
    if shutil.which("apt-get") is None:
        stop(f"please install what Debian calls {wanted} with your system's own package manager.")
    root = [] if os.geteuid() == 0 else ["sudo"]
    if root and shutil.which("sudo") is None:
        stop(f"please run as root: apt-get install {' '.join(missing)}")
    print(f"Installing from Debian: {wanted}", flush=True)
    apt = [
        *root,
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-o",
        "DPkg::Lock::Timeout=300",
        "-qq",
    ]
    for step in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
        if subprocess.run([*apt, *step], stdout=subprocess.DEVNULL, check=False).returncode:
            stop(f"apt-get {step[0]} failed; the lines above say why. Needed: {wanted}.")


def pip(*arguments: str) -> None:
    """Run the environment's own pip, quietly; its errors are shown."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "-q", *arguments]
    if subprocess.run(command, cwd=HERE, check=False).returncode:
        stop("installing Python packages failed; the lines above say why.")


def fingerprint(goal: str) -> str:
    """What the environment was made from: interpreter, lock and project file."""
    made_from = [HERE / LOCKS[goal], HERE / "pyproject.toml"]
    digest = hashlib.sha256(f"{sys.version}{HERE}".encode())
    for path in made_from:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def environment(goal: str) -> None:
    """Fill `.venv` from the lock, once; every file is checked against its hash."""
    stamp = VENV / f"made-for-{goal}"
    if stamp.is_file() and stamp.read_text() == fingerprint(goal):
        return
    print("Preparing .venv (the first time takes two minutes)", flush=True)
    if not PYTHON.is_file():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    # The build tools come first and from a lock of their own, so that PyICU and the workbench are built
    # with what was checked and not with whatever is newest today.
    pip("install", "--require-hashes", "-r", "requirements-build.lock")
    pip("install", "--no-build-isolation", "--require-hashes", "-r", LOCKS[goal])
    pip("install", "--no-build-isolation", "--no-deps", "-e", ".")
    stamp.write_text(fingerprint(goal))


def main() -> None:
    """Prepare for `run` or `test`."""
    goal = sys.argv[1] if len(sys.argv) == 2 else ""
    if goal not in LOCKS:
        stop("say what to prepare for: python3 bootstrap.py run, or python3 bootstrap.py test.")
    if sys.version_info < (3, 11):  # noqa: UP036  (this file is run by whatever Python there is)
        stop(f"Python 3.11 or newer is needed, and this is {sys.version.split()[0]}.")
    if not os.access(HERE, os.W_OK):
        stop(f"the folder {HERE} cannot be written; the environment .venv is kept there.")
    system_packages(["run"] if goal == "run" else ["run", "test"])
    environment(goal)


if __name__ == "__main__":
    main()
