"""Assessing a case, and recording how it goes on."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.case import choices
from linli.kinds.case.commands import guards
from linli.kinds.case.commands.told import AT_WORK, next_entry
from linli.kinds.case.facts.assessing import Assessed, Progressed
from linli.kinds.case.forms.assessing import AssessForm, ProgressForm
from linli.matters.command import Refused, Scene, command


@command(
    msg("Assess"),
    act="investigate",
    form=AssessForm,
    stages=AT_WORK,
    settled=guards.assessed,
    hint=msg("Can it be solved now, or not yet, or are there first results?"),
)
def assess(scene: Scene) -> Assessed:
    """Told: assessment, assessment_ground, next_action."""
    told = scene.told
    _refuse_unfit(told["assessment"], told["assessment_ground"])
    return Assessed(
        assessment=told["assessment"],
        assessment_ground=told["assessment_ground"],
        next_action=told["next_action"],
        stale=next_entry(scene),
    )


@command(msg("Record progress"), act="investigate", form=ProgressForm, stages=AT_WORK)
def progress(scene: Scene) -> Progressed:
    """Told: text, and perhaps first_results."""
    first = bool(scene.told.get("first_results"))
    return Progressed(text=scene.told["text"], stale=next_entry(scene), first_results=first)


def _refuse_unfit(assessment: str, ground: str) -> None:
    if assessment not in choices.SUPPORTS[ground]:
        sentence = _("“{ground}” is no ground for “{assessment}”. Choose another of the two.")
        words = {"ground": _(choices.GROUNDS[ground]), "assessment": _(choices.ASSESSMENTS[assessment])}
        raise Refused(sentence.format(**words))
