"""What the file of a dispute lacks, found by plodding through its facts one by one and looking at nothing else."""

from collections.abc import Callable, Iterable
from typing import Any

from linli.matters.facts import Fact

Told = list[tuple[int, str, Any]]
"""Each fact with its place in line and its name."""
OVER = ("Declined", "Converted", "Terminated", "Closed")


def lacking(facts: Iterable[tuple[int, Fact]]) -> set[tuple[int, str]]:
    """By place in the file and a word for what is missing there."""
    told = [(seq, type(fact).__name__, fact) for seq, fact in facts]
    return {lack for lack, missing in QUESTIONS.items() if missing(told)}


def _unsigned(told: Told) -> bool:
    return _times(told, "Accepted") > 0 and not _files(told, "rights")


def _not_told(told: Told) -> bool:
    """The sides whose rights were told when they were asked, against the sides on which a party stands."""
    informed = set()
    for _, name, fact in told:
        if name in ("ConsentGiven", "ConsentRefused") and fact.rights_told:
            informed.add(fact.side)
    sides = {side for side, role in _people(told) if role == "party"}
    return _times(told, "Accepted") > 0 and bool(sides - informed)


def _few_proofs(told: Told) -> bool:
    return _times(told, "Accepted") > 0 and _files(told, "identity") < _parties(told)


def _few_powers(told: Told) -> bool:
    return _files(told, "power") < len(_people(told)) - _parties(told)


def _no_result(told: Told) -> bool:
    """Stopped for an appraisal at some time, and not standing still now."""
    appraised = any(name == "Paused" and fact.pause_reason == "appraisal" for _, name, fact in told)
    stood = [name for _, name, _ in told if name in ("Paused", "Resumed", *OVER)]
    return appraised and stood[-1] != "Paused" and not _files(told, "evidence")


def _no_session(told: Told) -> bool:
    return _times(told, "Accepted") > 0 and not _over(told) and not _times(told, "SessionHeld")


def _not_written(told: Told) -> bool:
    """The newest word at the table of this course was yes, and no agreement followed."""
    last = ""
    for _, name, fact in _present(told):
        if name in ("SessionHeld", "Agreed"):
            last = fact.session_outcome if name == "SessionHeld" else "written"
    return last == "agreed" and not _over(told)


def _no_notice(told: Told) -> bool:
    """The present course ended without a settlement, and no notice of that stands."""
    present = _present(told)
    ended = [seq for seq, name, _ in present if name == "Terminated"]
    void = {fact.issued for _, name, fact in present if name == "PaperVoided"}
    issued = {fact.about for seq, name, fact in present if name == "PaperIssued" and seq not in void}
    return bool(ended) and ended[-1] not in issued


def _few_copies(told: Told) -> bool:
    made = [fact for _, name, fact in _present(told) if name == "Agreed"]
    return bool(made) and made[-1].agreement_form == "written" and made[-1].copies < _parties(told) + 1


def _no_visit(told: Told) -> bool:
    """Everything performed, and nobody found it so since."""
    left, visited = None, False
    for _, name, fact in _present(told):
        if name == "Agreed":
            left = {part.number for part in fact.instalments}
        elif name == "Performed" and left is not None:
            left -= {fact.number}
        elif name == "Defaulted" and left is not None:
            left, visited = left | {fact.number}, False
        elif name == "Visited":
            visited = visited or (left == set() and fact.performance_found == "yes")
    return left == set() and not visited and not _over(told)


def _no_answer(told: Told) -> bool:
    asked = [name for _, name, _ in _present(told) if name.startswith("Confirmation")]
    return bool(asked) and asked[-1] == "ConfirmationApplied"


def _court_papers(told: Told) -> bool:
    """A commission that came to an end without a settlement, and whose papers are still here."""
    commissioned = any(getattr(fact, "court_stage", "") for _, _, fact in told)
    returned = any(name == "PapersReturned" for _, name, _ in _present(told))
    settled = any(name == "Closed" and fact.outcome == "settled" for _, name, fact in _present(told))
    return commissioned and _over(told) and not returned and not settled


QUESTIONS: dict[tuple[int, str], Callable[[Told], bool]] = {
    (1, "form"): lambda told: not _files(told, "application"),
    (2, "unsigned"): _unsigned,
    (2, "not told"): _not_told,
    (3, "few"): _few_proofs,
    (4, "few"): _few_powers,
    (6, "result"): _no_result,
    (7, "none"): _no_session,
    (7, "few"): lambda told: _files(told, "record") < _times(told, "SessionHeld"),
    (8, "not written"): _not_written,
    (8, "few"): lambda told: _files(told, "agreement") < _times(told, "Agreed"),
    (8, "copies"): _few_copies,
    (8, "notice"): _no_notice,
    (9, "none"): lambda told: _times(told, "Performed") > 0 and not _files(told, "performance"),
    (10, "visit"): _no_visit,
    (11, "none"): lambda told: _times(told, "ConfirmationApplied") > 0 and not _files(told, "confirmation"),
    (11, "answer"): _no_answer,
    (12, "court"): _court_papers,
}


def _present(told: Told) -> Told:
    """The present course: what was told since it was last opened again."""
    again = [place for place, (_, name, _) in enumerate(told) if name == "Reopened"]
    return told[again[-1] :] if again else told


def _over(told: Told) -> bool:
    return any(name in OVER for _, name, _ in _present(told))


def _files(told: Told, label: str) -> int:
    wiped = {fact.of for _, name, fact in told if name == "Erased"}
    return len([seq for seq, name, fact in told if name == "Attached" and fact.label == label and seq not in wiped])


def _people(told: Told) -> list[tuple[str, str]]:
    gone = {fact.number for _, name, fact in told if name == "PartyRemoved"}
    added = [fact for _, name, fact in told if name == "PartyAdded" and fact.number not in gone]
    return [(fact.side, fact.party_role) for fact in added]


def _parties(told: Told) -> int:
    return len([role for _, role in _people(told) if role == "party"])


def _times(told: Told, name: str) -> int:
    return len([one for _, one, _ in told if one == name])
