"""What residents ask of what is kept about them, and what the desk answers."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.request import data_rights
from linli.kinds.request.facts.data_asks import DataAnswered, DataAsked
from linli.kinds.request.forms.data_asks import AnswerDataForm, AskDataForm
from linli.matters.command import Refused, Scene, command
from linli.matters.state import DESK, State
from linli.matters.told import words


def something_asked(state: State) -> str:
    return "" if data_rights.unanswered(state) else NOTHING_ASKED


@command(msg("Ask about your data"), act="answer", public=True, form=AskDataForm, weight="aside")
def ask_data(scene: Scene) -> DataAsked:
    """Told: data_ask (copy|correct|delete); said, needed for correct."""
    asked, said = scene.told["data_ask"], words(scene, "said")
    if any(row["asked"] == asked for row in data_rights.unanswered(scene.state)):
        raise Refused(_("You have asked that already; the answer is still to come."))
    if asked == "correct" and not said.strip():
        raise Refused(_("Say what is wrong and how it should be."))
    return DataAsked(data_ask=asked, decision=scene.date(data_rights.ANSWER, "request.decision"), said=said)


@command(
    msg("Answer about data"),
    act="approve",
    of=DESK,
    form=AnswerDataForm,
    guard=something_asked,
    hint=msg("What is to be deleted is then erased entry by entry, what is wrong put right by the step for it."),
)
def answer_data(scene: Scene) -> DataAnswered:
    """Told: asked (the event of the question), data_ruling (granted|refused), answer."""
    told = scene.told["asked"]
    row = next((row for row in data_rights.unanswered(scene.state) if row["seq"] == told), None)
    if row is None:
        raise Refused(_("That was answered already. Reload to see what is still open."))
    return DataAnswered(
        asked=told, data_ask=row["asked"], data_ruling=scene.told["data_ruling"], answer=scene.told["answer"]
    )


NOTHING_ASKED = msg("Nothing was asked about data.")
