"""Forms that put right what a request is, and where."""

from django.utils.translation import gettext_lazy as _

from linli.ground.text import msg
from linli.kinds.request import choices, joined, secrecy
from linli.kinds.request.forms import fields
from linli.matters.fields import CellField
from linli.matters.steps import StepForm

WORDS_ARE_READ = msg(
    "Left blank, it stays as it was. It is confidential: units read these words, and only the desk the point."
)


class ReclassifyForm(StepForm):
    category = fields.categories()
    sort = fields.choice(_("Sort of request"), choices.SORTS)
    urgency = fields.choice(_("How urgent it is"), choices.URGENCIES)

    def narrow(self) -> None:
        state = self.scene.state
        self.fields["category"].initial = state.category
        self.fields["sort"].initial, self.fields["urgency"].initial = state.data["sort"], state.data["urgency"]


class CorrectPlaceForm(StepForm):
    place = fields.line(_("Where"), help_text=_("Left blank, it stays as it was."))
    cell = CellField(label=_("Grid cell"), required=False)
    point = fields.point()

    def narrow(self) -> None:
        state = self.scene.state
        self.fields["cell"].initial = state.cell
        if state.data.get("confidential"):
            self.fields["place"].help_text = _(WORDS_ARE_READ)
        point = None if secrecy.point_hidden(self.scene) else state.data["point"]
        self.fields["point"].initial = f"{point[0]}, {point[1]}" if point else None


class KeepConfidentialForm(StepForm):
    title = fields.line(
        _("Title"), required=True, most=60, help_text=_("What it is about, not who asked: units read it.")
    )
    task = fields.text(
        _("What the unit is to do"), rows=3, help_text=_("Needed where a unit has it already: without who asked.")
    )
    parts_task = fields.text(_("What the units of its parts are to do"), rows=3)

    def narrow(self) -> None:
        """Only what has parts asks for it, and says which."""
        if numbers := joined.parts(self.scene.state):
            sentence = _("For {numbers}, read there instead of what was written before: without who asked.")
            self.fields["parts_task"].help_text = sentence.format(numbers=_(", ").join(numbers))
        else:
            del self.fields["parts_task"]
