"""Forms of what residents ask of what is kept about them, and of the answer."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from linli.kinds.request import data_rights
from linli.kinds.request.choices import data_asks as choices
from linli.kinds.request.forms import fields
from linli.matters.choosing import ChosenNumberField
from linli.matters.steps import StepForm


class AskDataForm(StepForm):
    data_ask = fields.choice(_("What you ask for"), choices.DATA_ASKS)
    said = fields.text(
        _("What it is about"), rows=2, most=2000, help_text=_("Needed when something is to be put right.")
    )


class AnswerDataForm(StepForm):
    asked = ChosenNumberField(label=_("What was asked"))
    data_ruling = fields.choice(_("Answer"), choices.DATA_RULINGS)
    answer = fields.text(
        _("What the resident is told"),
        required=True,
        rows=2,
        help_text=_("How the copy is handed over, what was put right or deleted, or by what rule it is refused."),
    )

    def narrow(self) -> None:
        open_now = data_rights.unanswered(self.scene.state)
        self.offer(
            "asked", [(row["seq"], f"{row['seq']} · {gettext(choices.DATA_ASKS[row['asked']])}") for row in open_now]
        )
