"""Ending the mediation without an agreement."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.commands.days import today
from linli.kinds.dispute.commands.limit import is_labour, limit_is_over
from linli.kinds.dispute.facts.ending import Terminated
from linli.kinds.dispute.forms.ending import TerminateForm
from linli.matters.command import Refused, Scene, command
from linli.matters.told import words

AFTER_AGREEMENT = frozenset({"not_performed", "refuses_to_sign", "moved"})


@command(
    msg("End the mediation"),
    act="mediate",
    form=TerminateForm,
    stages=("accepted", "mediating", "paused", "agreed"),
    weight="end",
    hint=msg("Tell the sides the other lawful ways: arbitration, an administrative body, a court."),
)
def terminate(scene: Scene) -> Terminated:
    """Told: termination_reason, ways (codes, at least one), told."""
    reason, ways = scene.told["termination_reason"], tuple(scene.told["ways"])
    _refuse_wrong_ways(scene, ways)
    if reason == "term_over" and not limit_is_over(scene):
        raise Refused(_("The limit has not run out yet. Go on mediating, or give the true reason."))
    if scene.state.stage == "agreed" and reason not in AFTER_AGREEMENT:
        raise Refused(_("There is an agreement. It ends only when it is not performed, not signed, or moved to court."))
    if scene.state.stage != "agreed" and reason == "not_performed":
        raise Refused(_("There is no agreement that could be performed. Give the true reason."))
    return Terminated(termination_reason=reason, ways=ways, told=words(scene, "told"), ended_on=today(scene))


def _refuse_wrong_ways(scene: Scene, ways: tuple[str, ...]) -> None:
    if not ways:
        raise Refused(_("Tell the sides at least one other lawful way, and tick it here."))
    if is_labour(scene, scene.state.category) and "labour_arbitration" not in ways:
        raise Refused(
            _("In a labour dispute arbitration comes before an action. Tell the sides of it, and tick it too.")
        )
    if "enforcement" in ways and course.confirmation(scene.state).get("state") != "confirmed":
        raise Refused(_("Only an agreement that a court confirmed can be enforced. Tell the sides of another way."))
