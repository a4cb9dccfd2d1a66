"""How a dispute ends: declined, terminated, handed over, visited and closed; and how it is opened again."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.told import home, limit_is_over, term_of, today, words
from linli.kinds.dispute.facts.ending import Closed, Converted, Declined, Reopened, Terminated, Visited
from linli.kinds.dispute.forms.ending import CloseForm, ConvertForm, ReopenForm, TerminateForm, VisitForm
from linli.kinds.dispute.forms.opening import DeclineForm
from linli.matters.command import Decision, Opening, Refused, Scene, command
from linli.matters.kind import kinds

AFTER_AGREEMENT = frozenset({"not_performed", "refuses_to_sign", "moved"})


@command(msg("Do not take on"), act="record", form=DeclineForm, stages=("registered",), weight="end")
def decline(scene: Scene) -> Declined:
    """Told: decline_reason, told (where to turn)."""
    reason = scene.told["decline_reason"]
    if "danger" in scene.state.flags and reason != "criminal":
        raise Refused(_("Someone may get hurt. Pass it to the police, or make a danger check with every answer no."))
    return Declined(decline_reason=reason, told=scene.told["told"])


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
    if not ways:
        raise Refused(_("Tell the sides at least one other lawful way, and tick it here."))
    if reason == "term_over" and not limit_is_over(scene):
        raise Refused(_("The limit has not run out yet. Go on mediating, or give the true reason."))
    if scene.state.stage == "agreed" and reason not in AFTER_AGREEMENT:
        raise Refused(_("There is an agreement. It ends only when it is not performed, not signed, or moved to court."))
    if scene.state.stage != "agreed" and reason == "not_performed":
        raise Refused(_("There is no agreement that could be performed. Give the true reason."))
    return Terminated(termination_reason=reason, ways=ways, told=words(scene, "told"))


@command(
    msg("Hand over as another matter"),
    act="approve",
    form=ConvertForm,
    stages=("registered", "accepted", "mediating", "paused", "agreed"),
    weight="end",
)
def convert(scene: Scene) -> Decision:
    """Told: to_kind, title, text, why. The new matter is told unit, number, title, text, cell."""
    takers = {kind.name: kind for kind in kinds() if kind.taking_over and kind.name != scene.state.kind}
    if not takers:
        raise Refused(
            _("No kind of matter that could take it over is installed here. End the mediation and report it instead.")
        )
    if scene.told["to_kind"] not in takers:
        raise Refused(_("That kind of matter cannot take it over. Choose one of the list."))
    kind = takers[scene.told["to_kind"]]
    number = scene.reserve(kind.name)
    handed = {
        "unit": home(scene.state),
        "number": scene.number,
        "title": scene.told["title"],
        "text": scene.told["text"],
        "cell": scene.state.cell,
    }
    fact = Converted(to_kind=kind.name, to_number=number, why=scene.told["why"])
    return Decision(facts=(fact,), opening=Opening(kind.name, number, handed))


@command(
    msg("Record a follow-up visit"),
    act="handle",
    form=VisitForm,
    stages=("agreed", "performed", "terminated"),
    hint=msg("Is it performed, are the sides content, does anything flare up again?"),
)
def visit(scene: Scene) -> Visited:
    """Told: visited_on, performance_found, satisfaction, escalation, findings."""
    told, escalation = scene.told, bool(scene.told.get("escalation"))
    if told["visited_on"] > today(scene):
        raise Refused(_("That day has not come yet. Put in a day up to today."))
    return Visited(
        visited_on=told["visited_on"],
        performance_found=told["performance_found"],
        satisfaction=told["satisfaction"],
        escalation=escalation,
        findings=told["findings"],
        look_again=scene.date("look_again", "dispute.danger_look", category="") if escalation else None,
    )


@command(
    msg("Close the matter"),
    act="close",
    form=CloseForm,
    stages=("performed", "terminated"),
    guard=guards.closable,
    weight="end",
)
def close(scene: Scene) -> Closed:
    """Told: note."""
    outcome = "settled" if scene.state.stage == "performed" else "terminated"
    return Closed(outcome=outcome, note=words(scene, "note"))


@command(msg("Open again"), act="reopen", form=ReopenForm, stages=("closed", "terminated", "declined"), weight="aside")
def reopen(scene: Scene) -> Reopened:
    """Told: why. What was taken on before gets a new limit from today."""
    if scene.state.data["limit"] is None:
        return Reopened(why=scene.told["why"], stage="registered")
    term = term_of(scene.state)
    limit = scene.date("limit", term, start_at=scene.at)
    return Reopened(why=scene.told["why"], stage="accepted", limit=limit, term=term, start_at=scene.at)
