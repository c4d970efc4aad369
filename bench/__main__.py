"""`make bench`: every subject in turn, each in a process of its own; one that fails stops none."""

import pkgutil
import subprocess
import sys

import bench


def main() -> None:
    """Run all subjects, or those named, and end with 1 if one of them failed."""
    subjects = sys.argv[1:] or [found.name for found in pkgutil.iter_modules(bench.__path__)]
    failed = []
    for subject in subjects:
        if subject == "__main__":
            continue
        print(f"\n== {subject} ==", flush=True)
        if subprocess.run([sys.executable, "-m", f"bench.{subject}"], check=False).returncode:
            failed.append(subject)
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
