"""The work on a staged import: read its files, and later keep it as a document; in a thread of its own.

Whoever works holds a lease and renews it; every write says with which attempt it was begun. So a worker
that died is followed by another, one that lost its turn writes nothing, and nothing is kept twice.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import or_, update
from sqlalchemy.orm import Session

from workbench.bitext.build import of_blocks
from workbench.bitext.sides import in_languages
from workbench.errors import WorkbenchError, WrongUse
from workbench.files import Opened, halves, open_file
from workbench.saying import say
from workbench.services.checking import check_new
from workbench.services.intake import Incoming, add_document
from workbench.services.learning import known
from workbench.services.staging import chosen, get_staged, is_one_file, languages_of
from workbench.storage import Database
from workbench.storage.staged import Staged, StagedState
from workbench.storage.tables import now
from workbench.text import language

LEASE = timedelta(seconds=30)
_BEAT = 8.0
_RUNNING = (StagedState.READING, StagedState.KEEPING)
_MISTAKE = say("The workbench made a mistake with this file and kept nothing. It is written in the log.")
_log = logging.getLogger(__name__)


class _Gone(Exception):
    """The import was cancelled, or somebody else has taken it over."""


def is_idle(staged: Staged) -> bool:
    """Whether there is work on an import that nobody does."""
    return staged.state in _RUNNING and (staged.lease is None or staged.lease < now())


def start(database: Database, staged_id: int, patience: float = 0.0) -> None:
    """Work on an import in the background; wait for it no longer than `patience` seconds."""
    worker = threading.Thread(target=run, args=(database, staged_id), daemon=True)
    worker.start()
    worker.join(patience)


def run(database: Database, staged_id: int) -> None:
    """Do what is to be done for an import, if it is nobody else's turn; its row says how it went."""
    attempt = _claim(database, staged_id)
    if attempt is None:
        return
    job = _Job(database, staged_id, attempt)
    try:
        with _beating(job):
            job.work()
    except _Gone:
        return
    except WorkbenchError as error:
        job.fail(str(error))
    except Exception:
        _log.exception("An import failed")
        job.fail(_MISTAKE)


def _claim(database: Database, staged_id: int) -> int | None:
    free = or_(Staged.lease.is_(None), Staged.lease < now())
    claim = update(Staged).where(Staged.id == staged_id, Staged.state.in_(_RUNNING), free)
    with database.transaction() as session:
        taken = session.execute(claim.values(attempt=Staged.attempt + 1, lease=now() + LEASE))
        if not taken.rowcount:  # type: ignore[attr-defined]
            return None
        return get_staged(session, staged_id).attempt


@contextmanager
def _beating(job: "_Job") -> Iterator[None]:
    """Renew the lease of a job until the block ends."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(_BEAT):
            try:
                job.write(lease=now() + LEASE)
            except (_Gone, WorkbenchError):
                return

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


class _Job:
    """One attempt at an import."""

    def __init__(self, database: Database, staged_id: int, attempt: int) -> None:
        self._database, self._id, self._attempt = database, staged_id, attempt

    def work(self) -> None:
        """Read or keep, whichever the import waits for."""
        with self._database.reading() as session:
            staged = get_staged(session, self._id)
            state, one = staged.state, is_one_file(staged)
            languages = languages_of(staged)
            files = [(each.filename, each.content, each.id) for each in staged.files]
        if state is StagedState.KEEPING:
            self._keep()
        elif one:
            self._read_one(files[0][0], files[0][1], languages)
        else:
            self._read_two(files, languages)

    def write(self, then: Callable[[Session], None] | None = None, **values: Any) -> None:
        """Change the import's row, and whatever `then` does, unless it is no longer ours."""
        ours = (Staged.id == self._id) & (Staged.attempt == self._attempt) & Staged.state.in_(_RUNNING)
        with self._database.transaction() as session:
            written = session.execute(update(Staged).where(ours).values(**values))
            if not written.rowcount:  # type: ignore[attr-defined]
                raise _Gone
            if then:
                then(session)

    def fail(self, sentence: str) -> None:
        """Write down why it could not be done."""
        try:
            self.write(state=StagedState.FAILED, fault=sentence, lease=None)
        except (_Gone, WorkbenchError):
            return

    def _read_one(self, name: str, content: bytes, languages: tuple[str, str]) -> None:
        opened = open_file(content, name)
        if not halves.is_bilingual(opened.blocks, *languages):
            raise WrongUse(
                say("This file does not carry both languages. Add its translation as a second file.")
            )
        blocks = halves.told(opened.blocks, *languages)
        self._ready([opened], source=tuple(blocks))

    def _read_two(self, files: list[tuple[str, bytes, int]], languages: tuple[str, str]) -> None:
        opened = []
        for number, (name, content, _) in enumerate(files):
            tag = languages[number]
            try:
                opened.append(open_file(content, name, language=tag))
            except WorkbenchError as error:
                sentence = say("%(where)s: %(sentence)s", where=language(tag).name, sentence=error)
                raise type(error)(sentence) from error
            self.write(done=number + 1)
        source = in_languages(opened[0].blocks, *languages)
        target = in_languages(opened[1].blocks, *languages[::-1])
        self._ready(opened, source=source, target=target)

    def _ready(self, opened: list[Opened], **blocks: Any) -> None:
        remarks = [[each.place, each.message] for one in opened for each in one.remarks]
        encodings = [one.encoding for one in opened]

        def name_encodings(session: Session) -> None:
            for file, encoding in zip(get_staged(session, self._id).files, encodings, strict=True):
                file.encoding = encoding

        self.write(name_encodings, state=StagedState.READY, lease=None, remarks=remarks, **blocks)

    def _keep(self) -> None:
        with self._database.reading() as session:
            staged = get_staged(session, self._id)
            two, languages, title = chosen(staged), languages_of(staged), staged.title
            remarks = [": ".join(filter(None, each)) for each in staged.remarks]
            encodings = [file.encoding for file in staged.files]
            knowledge = known(session, staged.project, *languages)
        bitext = of_blocks(
            two.source,
            two.target,
            title=title,
            languages=languages,
            pairs=two.pairs,
            remarks=remarks,
            encodings=(encodings[0], encodings[-1]),
            **knowledge,
        )
        self.write(done=1)

        def add(session: Session) -> None:
            staged = get_staged(session, self._id)
            files = [Incoming(each.side, each.filename, each.content) for each in staged.files]  # type: ignore[arg-type]
            document = add_document(session, staged.project, bitext, files, staged.editor)
            staged.document_id, staged.files = document.id, []
            staged.source = staged.target = ()

        self.write(add, state=StagedState.KEPT, lease=None, done=2)
        with self._database.reading() as session:
            document_id = get_staged(session, self._id).document_id
        assert document_id is not None
        check_new(self._database, document_id)
        self._database.settle()
