"""The commands `detect`, `convert` and `check`: which encoding, made Unicode, what is wrong."""

import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from typing import TypeVar

import click

from workbench.cli.files import json_line, plain, writer
from workbench.cli.findings import FORMATS, Told
from workbench.cli.texts import Skipped, Source, each_readable, opened, output_path, sources, written
from workbench.errors import WrongUse
from workbench.text import Level, Policy, Verdict, convert
from workbench.text.documents import judged, unicode_of
from workbench.text.evidence import evidence
from workbench.text.report import LineReport, report
from workbench.text.to_zawgyi import Zawgyi, to_zawgyi

_FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...")
_END = "\r\n"

Remarked = TypeVar("Remarked")


@click.command()
@_FILES
@click.option("--evidence", "why", is_flag=True, help="Add to each line what speaks for its verdict.")
def detect_command(files: tuple[str, ...], why: bool) -> None:
    """Say of each line of FILE whether it is unicode, zawgyi, neutral, other or mixed.

    \b
    A folder stands for the files in it; - is stdin. With several files each line names its file.
    Example: workbench detect letter.txt
    """
    found, skipped = sources(files), Skipped()
    several = _several(files, found)
    for source in each_readable(found):
        named = {"file": source.path} if several else {}
        with skipped.telling(source, not several), opened(source) as text:
            lines = (line.rstrip(_END) for line in text.lines)
            for number, (line, each) in enumerate(judged(lines), start=1):
                row = named | {"line": number, "verdict": each.verdict, "zawgyi": each.zawgyi}
                sys.stdout.write(json_line(row | {"evidence": evidence(line, each)} if why else row))
    sys.exit(skipped.exit_code)


@click.command()
@_FILES
@click.option("-o", "--output", metavar="OUT", help="Where it goes: a file, or a folder for several.")
@click.option(
    "--from", "source", type=click.Choice(["auto", "zawgyi"]), default="auto", show_default=True
)
@click.option("--to", "target", type=click.Choice(["unicode", "zawgyi"]), default="unicode",
              show_default=True, help="zawgyi is for printing with old fonts.")  # fmt: skip
def convert_command(files: tuple[str, ...], output: str | None, source: str, target: str) -> None:
    """Convert the Zawgyi lines of FILE to Unicode and leave everything else byte for byte.

    \b
    With --to zawgyi the Unicode lines become Zawgyi; what cannot is named on stderr.

    \b
    Example: workbench convert letter.txt -o letter.unicode.txt
    """
    converting = _made_zawgyi if target == "zawgyi" else _CONVERTING[source]
    skipped = Skipped()
    for lost in _rewrite(files, output, converting, skipped):
        click.echo(plain(lost), err=True)
    sys.exit(skipped.exit_code)


@click.command()
@_FILES
@click.option("--lang", "language", default="my", show_default=True, help="The language of the text.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="[default: text on a terminal, else jsonl]",
)
@click.option("--policy", "words", envvar="WORKBENCH_POLICY", default="", metavar="NAME=CHOICE,...",
              help="zwsp, lookalikes, digits, order: show, normalise or leave each.")  # fmt: skip
@click.option("--fix", is_flag=True, help="Write the text with what is safe to mend put right.")
@click.option("-o", "--output", metavar="OUT", help="With --fix: a file, or a folder for several.")
def check_command(
    files: tuple[str, ...], language: str, form: str | None, words: str, fix: bool, output: str | None
) -> None:
    """Show what is wrong in FILE; the exit code is 1 if any of it is an error.

    \b
    With --fix the exit code is 1 if an error is left.
    Example: workbench check letter.txt --fix -o letter.mended.txt
    """
    if fix != (output is not None):
        raise WrongUse("--fix and -o go together: --fix -o OUT writes the mended text to OUT.")
    counted = _Counted(language, Policy.parse(words))
    told = counted.fixed(files, output) if fix else counted.found(files)
    form = form or ("text" if sys.stdout.isatty() else "jsonl")
    with writer(None) as stream:
        stream.writelines(FORMATS[form](told))
    sys.exit(counted.skipped.exit_code or (1 if counted.errors else 0))


class _Counted:
    """The findings of files as they are read, the errors among them counted."""

    def __init__(self, language: str, policy: Policy) -> None:
        self._language, self._policy = language, policy
        self.errors, self.skipped = 0, Skipped()

    def found(self, files: tuple[str, ...]) -> Iterator[Told]:
        """What is wrong in these files."""
        listed = sources(files)
        several = _several(files, listed)
        for source in each_readable(listed):
            with self.skipped.telling(source, not several), opened(source) as text:
                for line in self._reports(line.rstrip(_END) for line in text.lines):
                    self.errors += sum(each.level is Level.ERROR for each in line.findings)
                    yield from ((source.path, line.number, each, False) for each in line.findings)

    def fixed(self, files: tuple[str, ...], output: str | None) -> Iterator[Told]:
        """What is wrong in these files and what was mended of it, while the mended text is written."""

        def mended(source: Source, lines: Iterator[str]) -> Iterator[tuple[str, list[Told]]]:
            kept, endings = _parted(lines)
            for line in self._reports(kept):
                told = [(source.path, line.number, each, each in line.mended) for each in line.findings]
                self.errors += sum(each.level is Level.ERROR and not done for _, _, each, done in told)
                yield line.result + endings.popleft(), told

        return _rewrite(files, output, mended, self.skipped)

    def _reports(self, lines: Iterator[str]) -> Iterator[LineReport]:
        return report(lines, self._language, self._policy)


def _rewrite(
    files: tuple[str, ...],
    output: str | None,
    rewriting: Callable[[Source, Iterator[str]], Iterator[tuple[str, Sequence[Remarked]]]],
    skipped: Skipped,
) -> Iterator[Remarked]:
    """Write each file's lines anew, encoded as they came, and give what is to be told of them."""
    found = sources(files)
    several = _several(files, found)
    for source in each_readable(found):
        with skipped.telling(source, not several), ExitStack() as stack:
            text = stack.enter_context(opened(source))
            path = output_path(source, output, several)
            out = stack.enter_context(written(path, text.encoding, text.bom))
            for line, told in rewriting(source, text.lines):
                out.write(line)
                yield from told


def _several(files: tuple[str, ...], found: list[Source]) -> bool:
    return len(files) > 1 or not all(each.named for each in found)


def _all_converted(_source: Source, lines: Iterator[str]) -> Iterator[tuple[str, Sequence[str]]]:
    return ((convert(line), ()) for line in lines)


def _zawgyi_converted(_source: Source, lines: Iterator[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """The lines with those that are Zawgyi converted; line ends stay as they are."""
    kept, endings = _parted(lines)
    return ((unicode_of(line, found) + endings.popleft(), ()) for line, found in judged(kept))


_CONVERTING = {"auto": _zawgyi_converted, "zawgyi": _all_converted}


def _made_zawgyi(source: Source, lines: Iterator[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """The Unicode lines in Zawgyi, with a sentence for each cluster that does not survive."""
    kept, endings = _parted(lines)
    for number, (line, found) in enumerate(judged(kept), start=1):
        made = to_zawgyi(line) if found.verdict is Verdict.UNICODE else Zawgyi(line, ())
        lost = [f"{source.path}:{number}: “{each}” does not survive in Zawgyi." for each in made.lost]
        yield made.text + endings.popleft(), lost


def _parted(lines: Iterator[str]) -> tuple[Iterator[str], deque[str]]:
    """The lines without their ends, and the ends, each there as soon as its line was read."""
    endings: deque[str] = deque()

    def kept() -> Iterator[str]:
        for line in lines:
            bare = line.rstrip(_END)
            endings.append(line[len(bare) :])
            yield bare

    return kept(), endings
