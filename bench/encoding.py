"""Zawgyi detection, conversion and checking: `python -m bench.encoding [FOLDER]`.

Without a folder: speed beside myanmartools in the same run, memory on 100 MB, very long lines, hostile
input. With a folder that holds detect.tsv (set, label, source, bucket, neutral, text; label z, u or n)
and convert.tsv (set, zawgyi, unicode): how much is found, wrongly found, and converted exactly.
"""

import io
import random
import subprocess
import sys
import tempfile
import time
import unicodedata
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from workbench.errors import UnreadableText
from workbench.resources import resource
from workbench.text import MYANMAR, check, convert, detect, detect_lines, mend, read, unicode_of
from workbench.text.decoding import decode, read_lines
from workbench.text.report import report

MEGABYTE = 1_000_000
FUZZ_SECONDS = 20
ZAWGYI = "ျမန္မာႏိုင္ငံသည္ အေရွ႕ေတာင္အာရွ တြင္ တည္ရွိေသာ ႏိုင္ငံ ျဖစ္ၿပီး ေရွးကပင္ စာေပ ထြန္းကားခဲ့သည္။"


def sample(megabytes: float) -> list[str]:
    """Lines of the samples, Unicode and Zawgyi in turn, until they are so many megabytes."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(resource("seeds").glob("*/my.txt"))]
    lines = [line for text in texts for line in text.split("\n") if len(line) > 20] + [ZAWGYI] * 20
    size = sum(len(line.encode()) + 1 for line in lines)
    return lines * max(1, round(megabytes * MEGABYTE / size))


def speed(what: str, act: Callable[[list[str]], object], lines: list[str]) -> float:
    """The megabytes a second of an act on these lines, of processor time, the best of three."""
    size = sum(len(line.encode()) for line in lines) / MEGABYTE
    seconds = []
    for _ in range(3):
        start = time.process_time()
        act(lines)
        seconds.append(time.process_time() - start)
    print(f"{what:<46}{size / min(seconds):>8.1f} MB/s")
    return size / min(seconds)


def beside_myanmartools() -> None:
    """Our speed and that of myanmartools' Python detector on the same text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from myanmartools import ZawgyiDetector

        peer = ZawgyiDetector()
    lines = sample(2)
    theirs = speed(
        "myanmartools", lambda all: [peer.get_zawgyi_probability(line) for line in all], lines
    )
    ours = speed("detect, a line alone", lambda all: [detect(line) for line in all], lines)
    speed("detect, with neighbours", lambda all: list(detect_lines(all)), lines)
    speed("convert", lambda all: [convert(line) for line in all], lines)
    speed("detect + convert + check", lambda all: [each.result for each in report(all)], lines)
    print(f"{'detect beside myanmartools':<46}{ours / theirs:>8.1f} times")


def hundred_megabytes() -> None:
    """Time and peak memory of each command on 1 MB and on 100 MB: the memory must be the same."""
    with tempfile.TemporaryDirectory() as folder:
        for megabytes in (1, 100):
            path = Path(folder) / f"{megabytes}.txt"
            path.write_text("\n".join(sample(megabytes)), encoding="utf-8")
            for command in ("detect", "convert", "check"):
                seconds, peak = _run([command, str(path)])
                print(
                    f"{command} {megabytes:>3} MB{'':<34}{seconds:>7.1f} s {peak:>6.0f} MB at the peak"
                )


# The memory of a child counts what its parent held when it was started, so a small parent starts it.
_SMALL_PARENT = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "workbench", *sys.argv[1:]], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _run(words: list[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of a command, its output thrown away."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _SMALL_PARENT, *words], capture_output=True, text=True, check=True
    )
    return time.perf_counter() - start, int(done.stdout) * 1024 / MEGABYTE


def long_lines() -> None:
    """One line of 1, 2 and 5 MB, and hostile lines: the seconds must grow with the length, no faster."""
    words = " ".join(sample(1)[:200]).replace("\n", " ")
    kinds = {
        "text": words,
        "marks": "\u102d\u102f\u1037",
        "viramas": "က\u1039",
        "vowels": "\u1031",
        "asats": "က\u103a",
    }
    for name, unit in kinds.items():
        took = []
        for megabytes in (1, 2, 5):
            line = unit * (megabytes * MEGABYTE // len(unit.encode()))
            start = time.perf_counter()
            [each.result for each in report([line])]
            took.append(f"{time.perf_counter() - start:.2f}")
        print(f"{'one line of ' + name + ', 1, 2 and 5 MB':<46}{', '.join(took):>24} s")
    start = time.perf_counter()
    check("\u1037" * 10_000_000)
    print(f"{'10 million combining marks':<46}{time.perf_counter() - start:>8.1f} s")


def fuzz() -> None:
    """Random Myanmar and odd bytes: each is answered or refused; mending and converting come to rest."""
    rng = random.Random(20)
    ends, tried, slowest = time.monotonic() + FUZZ_SECONDS, 0, 0.0
    while time.monotonic() < ends:
        raw = _hostile(rng)
        start = time.perf_counter()
        try:
            text = decode(raw)[0]
            list(read_lines(io.BytesIO(raw)).lines)
            read(raw, MYANMAR)
        except UnreadableText:
            continue
        finally:
            slowest, tried = max(slowest, time.perf_counter() - start), tried + 1
        once = unicode_of(text)
        assert unicode_of(once) == once, repr(text)
        assert mend(mend(text).text).text == mend(text).text, repr(text)
    print(f"{'fuzz: texts answered or refused':<46}{tried:>8}   slowest {slowest:.3f} s")


def _hostile(rng: random.Random) -> bytes:
    """A text of Myanmar characters in odd orders, with now and then a byte turned over."""
    myanmar = [chr(code) for code in range(0x1000, 0x10A0)]
    odd = list(" \n\r\t\u200b\u200c\ufeff\u25cc\ufffd\u0085\u2028a1“”။၊\U00011103\U000116d0")
    letters = rng.choices(myanmar + odd, k=rng.randrange(1, 200))
    raw = bytearray("".join(letters).encode(rng.choice(["utf-8"] * 6 + ["utf-16", "utf-16-le"])))
    if rng.random() < 0.2:
        raw[rng.randrange(len(raw))] = rng.randrange(256)
    return bytes(raw)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table with a head."""
    with path.open(encoding="utf-8") as lines:
        head = next(lines).rstrip("\n").split("\t")
        for line in lines:
            yield dict(zip(head, line.rstrip("\n").split("\t", len(head) - 1), strict=True))


def quality(folder: Path) -> None:
    """How much Zawgyi is found and what is wrongly called so, alone and among neighbours."""
    labelled = [
        row for row in rows(folder / "detect.tsv") if (row["label"], row["neutral"]) != ("z", "1")
    ]
    texts = [row["text"] for row in labelled]
    names = {
        "z": "Zawgyi found",
        "u": "Burmese Unicode called Zawgyi",
        "n": "other languages called Zawgyi",
    }
    for how, verdicts in (("alone", map(detect, texts)), ("with neighbours", detect_lines(texts))):
        count: Counter[str] = Counter()
        zawgyi: Counter[str] = Counter()
        for row, found in zip(labelled, verdicts, strict=True):
            count[row["label"]] += 1
            zawgyi[row["label"]] += found.verdict == "zawgyi"
        for label, name in names.items():
            print(
                f"{name + ', ' + how:<46}{100 * zawgyi[label] / count[label]:>8.3f} % of {count[label]}"
            )
    right, count = Counter(), Counter()
    for row in rows(folder / "convert.tsv"):
        count[row["set"]] += 1
        right[row["set"]] += _same(convert(row["zawgyi"]), row["unicode"])
    for name in sorted(count):
        print(f"{'converted exactly: ' + name:<46}{right[name]:>8} of {count[name]}")


def _same(ours: str, wanted: str) -> bool:
    return unicodedata.normalize("NFC", ours) == unicodedata.normalize("NFC", wanted)


def main() -> None:
    """All of it, or the quality alone when a folder is given."""
    if len(sys.argv) > 1:
        quality(Path(sys.argv[1]))
        return
    beside_myanmartools()
    long_lines()
    fuzz()
    hundred_megabytes()


if __name__ == "__main__":
    main()
