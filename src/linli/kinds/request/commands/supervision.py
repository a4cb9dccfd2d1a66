"""Urging the unit that handles a request, and supervising it by notices."""

from datetime import datetime

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.request import supervised
from linli.kinds.request.choices.supervision import GRAVE
from linli.kinds.request.facts.supervision import DelayExplained, NoticeAnswered, Supervised, SupervisionLifted, Urged
from linli.kinds.request.forms.supervision import ExplainDelayForm, LiftSupervisionForm, SuperviseForm, UrgeForm
from linli.matters.command import Refused, Scene, command
from linli.matters.state import DESK, UNIT, State
from linli.matters.told import words

WITH_A_UNIT = ("dispatched", "return_asked", "in_progress", "suspended", "redo")
CLOCKS = ("sign", "contact", "reply", "redo")


def account_due(state: State) -> str:
    return "" if {"urge", "supervision"} & set(state.marks) else NOT_URGED


def under_notice(state: State) -> str:
    return "" if supervised.level(state) else NO_NOTICE


def not_red(state: State) -> str:
    return RED_ALREADY if supervised.level(state) == "red" else ""


@command(
    msg("Urge"),
    act="assign",
    of=DESK,
    form=UrgeForm,
    stages=WITH_A_UNIT,
    weight="aside",
    hint=msg("The unit has some days to say why it takes so long; each urging is counted."),
)
def urge(scene: Scene) -> Urged:
    """Told: urge_ground; perhaps said."""
    _refuse_unfit(scene, scene.told["urge_ground"])
    until = scene.date("urge", "request.urge")
    return Urged(urge_ground=scene.told["urge_ground"], urge=until, said=words(scene, "said"))


@command(
    msg("Say why it takes so long"),
    act="handle",
    of=UNIT,
    form=ExplainDelayForm,
    stages=WITH_A_UNIT,
    guard=account_due,
)
def explain_delay(scene: Scene) -> DelayExplained:
    """Told: reason, stage_result. A notice is answered with it too, and stands until it is lifted."""
    fact = NoticeAnswered if "supervision" in scene.state.marks else DelayExplained
    return fact(reason=scene.told["reason"], stage_result=scene.told["stage_result"])


@command(
    msg("Give a notice"),
    act="approve",
    of=DESK,
    form=SuperviseForm,
    stages=WITH_A_UNIT,
    guard=not_red,
    weight="aside",
    hint=msg("Yellow first; red only where a yellow one has not helped."),
)
def supervise(scene: Scene) -> Supervised:
    """Told: level (yellow|red), exception (one of the three lists), supervise_ground, said."""
    told, state = scene.told, scene.state
    _refuse_step(scene, told["level"])
    if told["supervise_ground"] == "unexplained":
        _refuse_explained(scene)
    else:
        _refuse_unfit(scene, told["supervise_ground"])
    return Supervised(
        level=told["level"],
        exception=told["exception"],
        supervise_ground=told["supervise_ground"],
        supervision=scene.date("supervision", "request.supervision", category=state.category),
        said=told["said"],
    )


@command(
    msg("Lift the notice"),
    act="approve",
    of=DESK,
    form=LiftSupervisionForm,
    guard=under_notice,
    weight="aside",
)
def lift_supervision(scene: Scene) -> SupervisionLifted:
    """Told: said."""
    return SupervisionLifted(said=scene.told["said"])


def _refuse_step(scene: Scene, level: str) -> None:
    stands = supervised.level(scene.state)
    if level == "red" and stands != "yellow":
        raise Refused(_("A red notice follows a yellow one. Give a yellow one first."))
    if level == stands:
        raise Refused(_("A yellow notice stands already. Lift it, or give a red one."))


def _refuse_explained(scene: Scene) -> None:
    """An urging is unexplained when its time is over and the unit has said nothing."""
    until = scene.state.marks.get("urge")
    if not supervised.unexplained(scene.state) or until is None or scene.at <= until.at:
        raise Refused(
            _("No urging is left unexplained past its time. Urge the unit first, or choose the grave ground there is.")
        )


def _refuse_unfit(scene: Scene, ground: str) -> None:
    """A ground that the clocks can prove has to be so."""
    over = _is_overdue(scene.state, scene.at)
    if ground == "overdue" and not over:
        raise Refused(_("Nothing is overdue here yet. Choose another ground."))
    if ground == "near_limit" and over:
        raise Refused(_("It is overdue already. Choose that as the ground."))
    if ground == "repeated" and not _is_repeated(scene.state):
        raise Refused(_("It was reported once and not yet done again. Choose another ground."))
    if ground not in {*GRAVE, "near_limit"}:
        raise Refused(_("Choose a ground of the list."))


def _is_overdue(state: State, at: datetime) -> bool:
    """While it is suspended the clock stands still, so nothing is."""
    return state.stage != "suspended" and any(state.marks[name].at < at for name in CLOCKS if name in state.marks)


def _is_repeated(state: State) -> bool:
    return bool(state.data["absorbed"] or state.data["redos"] or len(state.data["cycles"]) > 1)


NOT_URGED = msg("The unit is neither urged nor supervised, or has said why already.")
NO_NOTICE = msg("No notice stands here.")
RED_ALREADY = msg("A red notice stands already: there is none above it. Bring it before the head of the centre.")
