"""Forms of urging and supervising a unit, and of what it says."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.request.choices import supervision as choices
from linli.kinds.request.forms import fields
from linli.matters.steps import StepForm


class UrgeForm(StepForm):
    urge_ground = fields.choice(_("On what ground"), choices.URGE_GROUNDS)
    said = fields.text(_("What is expected"), rows=2)


class ExplainDelayForm(StepForm):
    reason = fields.text(_("Why it takes so long"), required=True, rows=2)
    stage_result = fields.text(_("What has come of it so far"), required=True, rows=2)


class SuperviseForm(StepForm):
    level = fields.choice(_("Notice"), choices.LEVELS)
    exception = fields.choice(_("Which list it stands in"), choices.EXCEPTIONS)
    supervise_ground = fields.choice(_("On what ground"), choices.SUPERVISE_GROUNDS)
    said = fields.text(_("What is to be put right"), required=True, rows=2)


class LiftSupervisionForm(StepForm):
    said = fields.text(_("What was put right"), required=True, rows=2)
