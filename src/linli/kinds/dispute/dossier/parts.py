"""Which documents the file of this very dispute holds, why it needs each, and what is missing of them."""

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.dossier import (
    after,
    agreements,
    applying,
    attached,
    ending,
    note,
    powers,
    records,
    rights,
    standing,
)
from linli.kinds.dispute.facts.agreement import Agreed
from linli.kinds.dispute.facts.clock import Paused
from linli.kinds.dispute.facts.confirmation import ConfirmationApplied
from linli.kinds.dispute.facts.ending import Terminated
from linli.kinds.dispute.facts.noted import UndisputedNoted
from linli.kinds.dispute.facts.performance import Performed
from linli.kinds.dispute.facts.sessions import SessionHeld
from linli.kinds.dispute.facts.visits import Visited
from linli.matters.dossier import Part, Reason, Sheet
from linli.matters.papers import Happened, Source

NO_FORM = msg("The signed application or registration form is not attached.")
NOT_TOLD = msg("Rights and duties: told to {there} of {wanted} sides.")
NO_NOTICE = msg("The signed notice of rights and duties is not attached.")
FEW_PROOFS = msg("Proofs of identity: {there} attached for {wanted} parties.")
FEW_POWERS = msg("Signed powers: {there} attached for {wanted} agents and representatives.")
NO_RESULT = msg("The clock was stopped for an expert appraisal; its result is not attached.")
NO_SESSION = msg("No session was recorded.")
FEW_RECORDS = msg("Signed records: {there} attached for {wanted} sessions.")
NOT_WRITTEN = msg("The sides agreed in the last session, and the agreement is not written down.")
FEW_AGREEMENTS = msg("Signed agreements: {there} attached of {wanted}.")
FEW_COPIES = msg("Copies of the agreement: {there}; one for each party and one for the file make {wanted}.")
NO_NOTICE_OF_END = msg("Mediation ended without a settlement, and the written notice of it was not issued.")
NO_PROOF = msg("Performance was recorded, and no proof of it is attached.")
NO_VISIT = msg("A follow-up visit is due by {day}, and none was recorded.")
NO_COURT_PAPERS = msg("Judicial confirmation was applied for, and none of its papers is attached.")
NO_ANSWER = msg("The court's answer to the application for confirmation is not recorded.")
PAPERS_HERE = msg("The papers of the court's commission were not returned.")

AN_AGENT = msg("An agent or a representative stands in the matter.")
ATTACHED = msg("Something of the kind is attached.")
APPRAISED = msg("The clock was stopped for an expert appraisal.")
PERFORMED = msg("Something of the agreement was performed.")
VISITED = msg("A follow-up visit was made, or is due.")
CONFIRMING = msg("Judicial confirmation was applied for.")
UNUSUAL = msg("There is something out of the ordinary to be said of the file.")
AGREED = msg("The sides agreed.")
ENDED = msg("Mediation ended without a settlement.")

OVER = frozenset({"declined", "converted", "terminated", "closed"})
"""Where no session is to come any more: what ended without one has no record of one."""


def parts(source: Source) -> tuple[Part, ...]:
    """All thirteen, in the Ministry's order."""
    return (
        _form(source),
        _rights(source),
        _identity(source),
        _powers(source),
        _inquiry(source),
        _evidence(source),
        _sessions(source),
        _agreement(source),
        _performance(source),
        _visits(source),
        _confirmation(source),
        _note(source),
        Part(13, msg("Back cover"), must=True),
    )


def taken_on(source: Source) -> bool:
    """What was never taken on needs nothing but the form by which it came."""
    return source.state.data["limit"] is not None


def _form(source: Source) -> Part:
    by_application = source.state.data["origin"] == "application"
    files = _files(source, "application")
    return Part(
        1,
        msg("Application for mediation") if by_application else msg("Register of mediation taken on"),
        must=True,
        sheets=(Sheet(applying.application if by_application else applying.registration),),
        files=files,
        missing=() if files else (Reason(NO_FORM),),
    )


def _rights(source: Source) -> Part:
    wanted = standing.sides(standing.parties(source))
    there, files = [side for side in wanted if side in rights.told_to(source)], _files(source, "rights")
    missing = _few(NOT_TOLD, len(there), len(wanted)) + (() if files else (Reason(NO_NOTICE),))
    word = msg("Notice of the parties' rights and duties")
    return _once_taken_on(source, Part(2, word, sheets=(Sheet(rights.notice_of_rights),), files=files, missing=missing))


def _identity(source: Source) -> Part:
    files = _files(source, "identity")
    missing = _few(FEW_PROOFS, len(files), len(standing.parties(source)))
    word = msg("Proof of the parties' identity")
    return _once_taken_on(source, Part(3, word, sheets=(Sheet(attached.identity),), files=files, missing=missing))


def _once_taken_on(source: Source, part: Part) -> Part:
    """The same document; of a matter that nobody took on, no more than its place in the list."""
    if taken_on(source):
        return Part(part.place, part.word, must=True, sheets=part.sheets, files=part.files, missing=part.missing)
    return Part(part.place, part.word, must=True, files=part.files)


def _powers(source: Source) -> Part:
    agents, files = standing.agents(source), _files(source, "power")
    return Part(
        4,
        msg("Power of attorney"),
        needed=Reason(AN_AGENT) if agents else None,
        sheets=tuple(Sheet(powers.power_of_attorney, one.row["seqs"][0]) for one in agents),
        files=files,
        missing=_few(FEW_POWERS, len(files), len(agents)),
    )


def _inquiry(source: Source) -> Part:
    files = _files(source, "inquiry")
    sheets = (Sheet(records.inquiry_record),) if files else ()
    return Part(5, msg("Inquiry record"), needed=Reason(ATTACHED) if files else None, sheets=sheets, files=files)


def _evidence(source: Source) -> Part:
    files = _files(source, "evidence", "resident")
    appraised = any(one.pause_reason == "appraisal" for one in source.every(Paused))
    done = appraised and source.state.stage != "paused"
    needed = Reason(APPRAISED) if appraised else Reason(ATTACHED) if files else None
    missing = (Reason(NO_RESULT),) if done and not _files(source, "evidence") else ()
    sheets = (Sheet(attached.evidence),) if needed else ()
    return Part(6, msg("Evidence"), needed=needed, sheets=sheets, files=files, missing=missing)


def _sessions(source: Source) -> Part:
    held = [one.seq for one in source.told if isinstance(one.fact, SessionHeld)]
    files, over = _files(source, "record"), not taken_on(source) or source.state.stage in OVER
    missing = _few(FEW_RECORDS, len(files), len(held)) if held or over else (Reason(NO_SESSION),)
    sheets = tuple(Sheet(records.session_record, seq) for seq in held or ([] if over else [0]))
    if source.every(UndisputedNoted):
        sheets += (Sheet(records.undisputed_facts),)
    return Part(7, msg("Mediation record"), must=True, sheets=sheets, files=files, missing=missing)


def _agreement(source: Source) -> Part:
    """What came of it: the agreement, or why there is none; of both, each in its turn."""
    made, ends = agreements.agreements(source), ending.endings(source)
    row = source.state.data["agreement"] or {}
    missing = _lacking_of_agreement(source, made=len(made)) + _lacking_of_end(source)
    return Part(
        8,
        _outcome(row, agreed=bool(made), ended=bool(ends)),
        needed=Reason(AGREED) if made or (missing and not ends) else Reason(ENDED) if ends else None,
        sheets=tuple(_sheet(one) for one in sorted((*made, *ends), key=lambda one: one.seq)),
        files=_files(source, "agreement"),
        missing=missing,
    )


def _outcome(row: course.Row, *, agreed: bool, ended: bool) -> str:
    if ended and not agreed:
        return msg("Written notice that mediation ended")
    return msg("Register of an oral agreement") if row.get("form") == "oral" else msg("Mediation agreement")


def _lacking_of_agreement(source: Source, *, made: int) -> tuple[Reason, ...]:
    row = source.state.data["agreement"] or {}
    missing = _few(FEW_AGREEMENTS, len(_files(source, "agreement")), made)
    if row and agreements.copies_short(source, row):
        missing += (Reason(FEW_COPIES, {"there": row["copies"], "wanted": course.copies_needed(source.state)}),)
    if not row and _agreed_last(source):
        missing += (Reason(NOT_WRITTEN),)
    return missing


def _lacking_of_end(source: Source) -> tuple[Reason, ...]:
    """Of the present course alone: for an earlier one no notice can be issued any more."""
    open_ends = [seq for seq in ending.ended(source.state) if source.state.paper(ending.NAME, about=seq) is None]
    return (Reason(NO_NOTICE_OF_END),) if open_ends else ()


def _performance(source: Source) -> Part:
    performed, files = source.every(Performed), _files(source, "performance")
    needed = Reason(PERFORMED) if performed else Reason(ATTACHED) if files else None
    return Part(
        9,
        msg("Proof of performance"),
        needed=needed,
        sheets=(Sheet(attached.performance_proof),) if needed else (),
        files=files,
        missing=(Reason(NO_PROOF),) if performed and not files else (),
    )


def _visits(source: Source) -> Part:
    made = [one.seq for one in source.told if isinstance(one.fact, Visited)]
    due = source.state.stage == "performed" and "visited" not in source.state.flags
    day = source.due("visit")
    missing = (Reason(NO_VISIT, {"day": day.isoformat() if day else "—"}),) if due else ()
    sheets = tuple(Sheet(after.visit_record, seq) for seq in made or ([0] if due else []))
    needed = Reason(VISITED) if made or due else None
    return Part(10, msg("Follow-up visit record"), needed=needed, sheets=sheets, missing=missing)


def _confirmation(source: Source) -> Part:
    applied, files = source.every(ConfirmationApplied), _files(source, "confirmation")
    waiting = course.confirmation(source.state).get("state") == "applied"
    missing = (Reason(NO_COURT_PAPERS),) if applied and not files else ()
    return Part(
        11,
        msg("Papers of judicial confirmation"),
        needed=Reason(CONFIRMING) if applied else Reason(ATTACHED) if files else None,
        sheets=(Sheet(after.confirmation_papers),) if applied or files else (),
        files=files,
        missing=missing + ((Reason(NO_ANSWER),) if waiting else ()),
    )


def _note(source: Source) -> Part:
    files, unusual = _files(source, "other"), note.unusual(source)
    back = course.papers_here(source.state) and source.state.stage in OVER and source.state.outcome != "settled"
    return Part(
        12,
        msg("Note on the file"),
        needed=Reason(UNUSUAL) if unusual else Reason(ATTACHED) if files else None,
        sheets=(Sheet(note.note_on_the_file),) if unusual or files else (),
        files=files,
        missing=(Reason(PAPERS_HERE),) if back else (),
    )


def _agreed_last(source: Source) -> bool:
    last = course.last_session(source.state)
    return source.state.stage not in OVER and last is not None and last["outcome"] == "agreed"


def _sheet(one: Happened) -> Sheet:
    if isinstance(one.fact, Terminated):
        return Sheet(ending.termination_notice, one.seq, ending.NAME)
    is_oral = isinstance(one.fact, Agreed) and one.fact.agreement_form == "oral"
    return Sheet(agreements.oral_register if is_oral else agreements.written_agreement, one.seq)


def _files(source: Source, *labels: str) -> tuple[int, ...]:
    return tuple(file.seq for file in source.state.files if file.label in labels and not file.removed)


def _few(because: str, there: int, wanted: int) -> tuple[Reason, ...]:
    """Fewer than there have to be."""
    return (Reason(because, {"there": there, "wanted": wanted}),) if there < wanted else ()
