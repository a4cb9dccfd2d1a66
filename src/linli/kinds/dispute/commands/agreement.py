"""Writing the agreement down."""

from linli.ground.text import msg
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.days import end_of
from linli.kinds.dispute.commands.instalments import copies, instalments, items, refuse_unequal
from linli.kinds.dispute.commands.window import window
from linli.kinds.dispute.facts.agreement import Agreed
from linli.kinds.dispute.forms.agreement import AgreeForm
from linli.matters.command import Scene, command
from linli.matters.told import words


@command(
    msg("Write the agreement down"),
    act="mediate",
    form=AgreeForm,
    stages=("mediating",),
    guard=guards.all_of(guards.willing, guards.mediated, guards.reached),
)
def agree(scene: Scene) -> Agreed:
    """Told: agreement_form (written, oral), main_facts, terms, instalments (rows with due_on, by_side, amount_fen,
    what), effective_on; perhaps disputed, manner, amount_fen (the sum of the instalments when left out), copies.
    """
    told, effective_on = scene.told, scene.told["effective_on"]
    parts = instalments(scene)
    refuse_unequal(scene, parts)
    confirmation, first, second = window(scene, effective_on)
    return Agreed(
        agreement_form=told["agreement_form"],
        main_facts=told["main_facts"],
        disputed=words(scene, "disputed"),
        terms=told["terms"],
        manner=words(scene, "manner"),
        items=items(scene),
        amount_fen=told.get("amount_fen") or sum(part.amount_fen for part in parts),
        instalments=parts,
        effective_on=effective_on,
        copies=copies(scene),
        performance=end_of(scene, parts[0].due_on, name="performance"),
        confirmation=confirmation,
        confirmation_first=first,
        confirmation_second=second,
    )
