"""The card of the newest danger check."""

from dataclasses import dataclass

from linli.kinds.dispute import choices
from linli.matters.state import State
from linli.matters.words import Book, Said


@dataclass(frozen=True)
class CheckShown:
    """The newest danger check: every question with its answer."""

    seq: int
    answers: tuple[tuple[str, bool], ...]
    steps: Said
    made: int


def check_shown(state: State, words: Book) -> CheckShown | None:
    checks = state.data["checks"]
    if not checks:
        return None
    last = checks[-1]
    answers = tuple((code, code in last["dangers"]) for code in choices.QUESTIONS)
    return CheckShown(last["seq"], answers, words.at(last["seq"], "steps"), len(checks))
