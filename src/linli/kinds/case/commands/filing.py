"""Filing a case, or not."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.case.commands.days import refuse_before_acceptance, refuse_before_incident
from linli.kinds.case.commands.told import refuse_future
from linli.kinds.case.facts.filing import Filed, FilingDeclined
from linli.kinds.case.forms.filing import DeclineFilingForm, FileForm
from linli.matters.command import Refused, Scene, command


@command(msg("File the case"), act="investigate", form=FileForm, stages=("accepted",))
def file_(scene: Scene) -> Filed:
    """Told: document (its number), filed_on."""
    filed_on = scene.told["filed_on"]
    refuse_future(scene, filed_on)
    refuse_before_acceptance(scene, filed_on)
    refuse_before_incident(scene, filed_on)
    return Filed(document=scene.told["document"], filed_on=filed_on)


@command(
    msg("Do not file"),
    act="approve",
    form=DeclineFilingForm,
    stages=("accepted",),
    weight="end",
    hint=msg("Tell the complainant the reason and how to object."),
)
def decline_filing(scene: Scene) -> FilingDeclined:
    """Told: decline_reason, told (the reason as it was put)."""
    if not scene.told["told"].strip():
        raise Refused(_("Say how the reason was put to the complainant."))
    return FilingDeclined(decline_reason=scene.told["decline_reason"], told=scene.told["told"])
