"""Giving a court its papers back."""

from linli.ground.text import msg
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.days import END, RECEIPT, refuse_odd_day
from linli.kinds.dispute.facts.papers import PapersReturned
from linli.kinds.dispute.forms.papers import ReturnPapersForm
from linli.matters.command import Scene, command
from linli.matters.told import words


@command(
    msg("Return the papers to the court"),
    act="mediate",
    form=ReturnPapersForm,
    stages=("terminated", "declined", "converted"),
    guard=guards.papers_here,
    hint=msg("A commission that did not lead to a settlement goes back to the court that gave it."),
)
def return_papers(scene: Scene) -> PapersReturned:
    """Told: returned_on, note."""
    refuse_odd_day(scene, scene.told["returned_on"], RECEIPT, END)
    return PapersReturned(returned_on=scene.told["returned_on"], note=words(scene, "note"))
