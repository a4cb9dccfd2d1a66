"""What the sides agreed."""

from dataclasses import dataclass
from datetime import date

from linli.ground.text import msg
from linli.kinds.dispute.facts.instalments import Instalment, row_of
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Agreed(Fact):
    """An agreement took effect; `items` says in one line each what the instalments are."""

    sentence = msg("{agreement_form}, in effect from {effective_on}; amount {amount_fen}")
    agreement_form: Plain
    main_facts: Narrative
    disputed: Narrative
    terms: Narrative
    manner: Narrative
    items: Narrative
    amount_fen: int
    instalments: tuple[Instalment, ...]
    effective_on: date
    copies: int
    performance: Dated
    confirmation: Dated
    confirmation_first: Dated
    confirmation_second: Dated

    def for_resident(self) -> str:
        return msg("The sides agreed; in effect from {effective_on}")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "agreed"
        state.lift_mark("limit")
        state.raise_flag("confirmable")
        for mark in (self.performance, self.confirmation, self.confirmation_first, self.confirmation_second):
            mark.set_on(state)
        state.data["agreement"] = {
            "seq": stamp.seq,
            "form": self.agreement_form,
            "amount_fen": self.amount_fen,
            "effective_on": self.effective_on.isoformat(),
            "copies": self.copies,
            "instalments": [row_of(part) for part in self.instalments],
            "confirmation": None,
            "urged": [],
        }
