"""How fast texts are read and cut: `python -m bench.segmentation [MEGABYTES]`.

The text is that of the samples, over and over. MB are millions of UTF-8 bytes, a second is one of this
process. Aims: segmenting 5 MB/s, reading and segmenting together 2 MB/s, and time that grows as the
text does. pysbd and ICU cut the same paragraphs into sentences, without blocks.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from workbench.resources import resource
from workbench.segment import segment
from workbench.text import MYANMAR, read
from workbench.text.words import sentences

SAMPLES = ("op-ed", "statement", "report")
LANGUAGES = {"en": "English", "my": "Burmese"}
COMPARED = 0.3  # MB: pysbd takes its time


def sample(language: str, megabytes: float) -> str:
    """The samples in one language, repeated until they are this long."""
    folder = Path(resource("seeds"))
    once = "\n\n".join(
        read((folder / name / f"{language}.txt").read_bytes(), MYANMAR).text for name in SAMPLES
    )
    return "\n\n".join([once] * max(1, round(megabytes * 1e6 / len(once.encode()))))


def speed(act: Callable[[], object], text: str) -> float:
    """MB of this text a second."""
    start = time.process_time()
    act()
    return len(text.encode()) / 1e6 / max(time.process_time() - start, 1e-9)


def compare(language: str) -> None:
    """The same paragraphs by us, by ICU and by pysbd."""
    text = sample(language, COMPARED)
    ours = speed(lambda: segment(text, language), text)
    print(f"{LANGUAGES[language]:8} segment {ours:8.2f} MB/s")
    paragraphs = [line for line in text.split("\n") if line.strip()]
    icu = speed(lambda: [sentences(line, language) for line in paragraphs], text)
    print(f"{'':8} ICU     {icu:8.2f} MB/s   ours / ICU   {ours / icu:6.2f}")
    try:
        from pysbd import Segmenter
    except ImportError:
        print(f"{'':8} pysbd is not installed: pip install pysbd")
        return
    other = Segmenter(language=language, clean=False)
    theirs = speed(lambda: [other.segment(line) for line in paragraphs], text)
    print(f"{'':8} pysbd   {theirs:8.2f} MB/s   ours / pysbd {ours / theirs:6.1f}")


def grow(megabytes: float) -> None:
    """Reading and segmenting of ever longer texts in both languages."""
    size = megabytes / 100
    while size <= megabytes:
        for language in LANGUAGES:
            text = sample(language, size)
            raw = text.encode()
            alone = speed(lambda text=text, tag=language: segment(text, tag), text)
            both = speed(lambda raw=raw, tag=language: segment(read(raw, MYANMAR).text, tag), text)
            print(
                f"{LANGUAGES[language]:8} {len(raw) / 1e6:7.1f} MB: segment {alone:6.2f} MB/s, "
                f"read and segment {both:6.2f} MB/s"
            )
        size *= 10


if __name__ == "__main__":
    segment(sample("en", 0.05))  # reads the dictionary of broken words
    for each in LANGUAGES:
        compare(each)
    grow(float(sys.argv[1]) if len(sys.argv) > 1 else 10)
