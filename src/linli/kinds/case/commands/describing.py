"""Putting right what the incident was, when and where it happened, and how."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.case.commands.limit import limit_as
from linli.kinds.case.commands.opening import occurred
from linli.kinds.case.commands.told import AT_WORK, class_of
from linli.kinds.case.facts.describing import Classified, MethodDescribed, OccurrenceCorrected
from linli.kinds.case.forms.describing import ClassifyForm, CorrectOccurrenceForm, DescribeMethodForm
from linli.matters.command import Refused, Scene, command
from linli.matters.told import perhaps_key, words


@command(
    msg("Put the category right"),
    act="investigate",
    form=ClassifyForm,
    stages=AT_WORK,
    weight="aside",
    hint=msg(
        "A case that becomes administrative for the first time gets its limit from now on; later the first one counts "
        "on. One that becomes criminal has none."
    ),
)
def classify(scene: Scene) -> Classified:
    """Told: category."""
    category = scene.told["category"]
    if category == scene.state.category:
        raise Refused(_("That is its category already. Choose another one."))
    case_class = class_of(scene, category)
    changed = case_class != scene.state.data["case_class"]
    limit = limit_as(scene, case_class=case_class, category=category) if changed else None
    return Classified(category=category, case_class=case_class, limit=limit, sets_aside=case_class == "criminal")


@command(msg("Describe how it was done"), act="investigate", form=DescribeMethodForm, stages=AT_WORK, weight="aside")
def describe_method(scene: Scene) -> MethodDescribed:
    """Told: method."""
    return MethodDescribed(method=scene.told["method"])


@command(msg("Put time and place right"), act="investigate", form=CorrectOccurrenceForm, stages=AT_WORK, weight="aside")
def correct_occurrence(scene: Scene) -> OccurrenceCorrected:
    """Told: occurred_from, and perhaps occurred_until, cell, place, loss_fen."""
    from_at, until_at = occurred(scene)
    return OccurrenceCorrected(
        occurred_from=from_at,
        occurred_until=until_at,
        cell=perhaps_key(scene.told.get("cell")),
        place=words(scene, "place"),
        loss_fen=scene.told.get("loss_fen"),
    )
