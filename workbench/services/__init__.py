"""What a person does: one function an act, in a given session. No act commits, none renders.

Every act on a unit takes `seen`, the version its form was made from (a missing one, None, is a conflict)
and `editor`, a name. It refuses with `EditConflict` (which carries `unit_id` and the `wanted` text) when
somebody has changed the unit since, with `NotFound`, or with `WrongUse` and a sentence. It returns the
`Change` it made: `change.revisions[i].unit` are the units it touched, in reading order, withdrawn ones
too (`unit.withdrawn`), and `revision.before is None` marks a new one. An act that changes nothing is not
kept: its change has no id and no revisions.

Open a session with `database.transaction()` for acts and `database.reading()` for pages. Side is
"source" or "target"; `place` counts the segments of a side from 0; `offset` counts code points.

projects    list_projects(session) -> list[ProjectCount(project, documents, units, confirmed)]
            list_documents(session, project) -> list[DocumentCount(document, units, confirmed)]
            get_project(session, slug) -> Project          get_document(session, id) -> Document
            create_project(session, name) -> Project
            find_or_create_project(session, name) -> Project
intake      add_document(session, project, bitext, originals, editor) -> Document
            Incoming(side, filename, content)    one of `originals`
staging     stage(session, project, title, files, editor) -> Staged     look before anything is saved
            get_staged(session, id) -> Staged   waiting(session, project) -> list[Staged]
            choose(session, id, {"s0": {"kind", "language", "dropped"}})
            rows(staged) -> list of blocks next to each other   start_keeping | discard(session, id)
staging_work start(database, id, patience=0)   read, or keep as a document, in a thread
review      edit(session, unit_id, side, place, text, *, seen, editor) -> Change
            confirm | reject | needs_review | reopen(session, unit_id, *, seen, editor)
            bookmark | exclude(session, unit_id, on, *, seen, editor)
            comment(session, unit_id, text, *, seen, editor)
            remove_comment(session, unit_id, place, *, seen, editor)    `unit.comments` is the thread
structure   merge(session, unit_id, *, seen, editor)                    whole pair with the next
            merge_side(session, unit_id, side, *, seen, editor)         one side with the next pair's
            split(session, unit_id, side, place, offset, *, seen, editor)       a segment at the caret
            cut(session, unit_id, source_place, target_place, *, seen, editor)  a unit in two
            shift(session, unit_id, side, direction, *, seen, editor)   direction "up" | "down"
            insert(session, unit_id, *, seen, editor)                   an empty unit after this one
            delete(session, unit_id, *, seen, editor)                   an empty unit
aligning    realign(database, unit_id, *, seen, editor)    again, between the confirmed pairs around it
            pin(database, unit_id, place, other_id, other_place, *, seen, editor)  source to target
            both open the database themselves: no lock is held while they align
stretches   shift_column(session, unit_id, side, direction, *, seen, editor)
blocks      change_block(session, unit_id, side, place, *, kind=None, language=None, seen, editor)
crossings   cross(session, unit_id, other_id, *, seen, editor)      a lonely source and a lonely target
            uncross(session, unit_id, *, seen, editor)              `unit.crosses_id` is the partner
undo        undo(session, document_id, *, seen, editor)      `seen` is the id of the Change to turn
            redo(session, document_id, *, seen, editor)
            undoable | redoable(session, document_id) -> Change | None
            history(session, unit_id) -> list[Revision]      newest first
exchange    bring_in(session, project, arrival, files, editor, *, again=False) -> Document
            compare(session, project, Sheet.of(bitext, report)) -> Review   what it would change
            apply_sheet(session, project, sheet, editor) -> list[Change]
importing   look(files, *, known, title="", wishes, lines=False) -> list[Ready]     nothing is saved yet
            keep(session, project, ready, editor, *, again=False) -> list[Document]   all or none
tokens      add_token(session, editor, purpose="") -> (Token, secret)    the secret is shown once
            find_token(session, secret) -> Token | None
            list_tokens(session) -> list[Token]     remove_token(session, id) -> Token
export      write(session, documents, out, form, choices=Choices()) -> Report
            Choices(selection=CONFIRMED, clean, languages, without, findings, strip_zwsp)
checking    findings_of(session, units) -> dict[unit id, list[Shown(finding, dismissal | None)]]
            dismiss(session, unit_id, key, reason, *, seen, editor)      `key` is `finding.key`
            bring_back(session, unit_id, key, *, seen, editor)
            check_new(database, document_id) -> int          call it after add_document, outside of it
bulk        preview(session, document_id, plan, scope, *, size=50) -> Preview(changes, total, token)
            apply(session, document_id, plan, scope, *, seen=preview.token, editor) -> Change
            Scope(queue="all", first=None, last=None)  changes are Proposed(number, unit, value after)
            plans: confirm_above(score, *, even_with_findings=False), convert_zawgyi(), mend(code=None),
            replace_text(Search(words, is_regex=False, match_case=False), by, side or "both")
memory      matches(session, unit, *, limit=5) -> list[Match(unit, number, percent)]
            concordance(session, project, words, *, where="both", after=0, size=25) -> Concordance
            write_hits(session, project, words, out, *, where="both") -> int
glossary    page_of_terms(session, project, *, words="", number=1) -> Page(terms, number, pages, total)
            add_term(session, project, source, target, note="") -> Term
            edit_term(session, term_id, source, target, note, *, seen) | delete_term(..., *, seen)
            restore_term(session, term_id)
            add_terms(session, project, terms) -> int
            terms_of(session, unit) -> list[TermHit]      findings_of(session, units) -> by unit id
            terms_for_aligning(session, project, source="en", target="my") -> list[tuple[str, str]]
learning    aids(session, project, source="en", target="my") -> terms and lexicon for `align`
            known(session, project, source="en", target="my") -> the same and exceptions, for `build`
exceptions  list_exceptions(session, project)                 count(session, project) -> int
            add_exception(session, project, text, language, kind)
            remove_exception(session, project, number) -> its text
            exceptions_of(session, project) -> the values that `segment` takes
project_changes
            undo | redo(session, project, *, seen, editor)    one way back a project
            undoable | redoable(session, project) -> ProjectChange | None
glossary_files
            read_terms(stream, filename, languages) -> (terms, Report)      a preview
            write(session, project, out, form="csv" | "tbx" | "tab") -> int
samples     load_samples(database) -> list[str]              the names of those that were not there yet

Pages read from `workbench.storage.queries`:
            page_of_units(session, document_id, *, number=1, queue="all", words="", size=50)
            page_around(session, document_id, unit_id, *, queue="all", words="", size=50) -> Page
            next_unit(session, document_id, unit_id, *, queue, words, backwards=False) -> unit id | None
            progress(session, document_id) -> Progress
            Page(units: list[NumberedUnit(number, unit)], number, pages, total, queue)
            QUEUES: all, doubtful, unreviewed, unconfirmed, confirmed, needs_review, rejected,
            not_one_to_one, empty, bookmarked, excluded, commented, findings; `words` must stand in them
"""
