"""The form that hands a case over as another matter."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.case.forms import fields
from linli.kinds.case.forms.form import CaseForm
from linli.matters.converting import takers


class ConvertForm(CaseForm):
    to_kind = fields.choice(_("Goes on as"), {})
    title = fields.line(_("Title"), required=True, most=60)
    text = fields.text(_("What the next ones need to know"), required=True)
    why = fields.line(_("Why"), required=True)

    def narrow(self) -> None:
        others = takers(self.scene.state).values()
        self.offer("to_kind", [(kind.name, _(kind.word)) for kind in others])
        self.fields["to_kind"].required = bool(others)
