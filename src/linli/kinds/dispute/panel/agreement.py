"""The card of the agreement and its way to the court."""

from dataclasses import dataclass
from datetime import datetime

from linli.kinds.dispute.course import Row
from linli.kinds.dispute.panel.instalments import InstalmentShown, instalment_shown
from linli.matters.state import State
from linli.matters.words import Book, Said


@dataclass(frozen=True)
class AgreementShown:
    """The agreement, its instalments and its way to the court."""

    row: Row
    main_facts: Said
    disputed: Said
    terms: Said
    manner: Said
    instalments: tuple[InstalmentShown, ...]
    window_until_at: datetime | None
    court: Said
    document: Said


def agreement_shown(state: State, words: Book) -> AgreementShown:
    row = state.data["agreement"]
    said = {name: words.at(row["seq"], name) for name in ("main_facts", "disputed", "terms", "manner", "items")}
    items = said["items"].text.split("\n")
    confirmation = row["confirmation"]
    window = state.marks.get("confirmation")
    return AgreementShown(
        row=row,
        main_facts=said["main_facts"],
        disputed=said["disputed"],
        terms=said["terms"],
        manner=said["manner"],
        instalments=tuple(instalment_shown(part, items, words) for part in row["instalments"]),
        window_until_at=window.at if window else None,
        court=words.at(confirmation["seq"], "court") if confirmation else Said(""),
        document=words.at(confirmation["seq"], "document") if confirmation else Said(""),
    )
