"""The forms that take a request in: at the desk, and from a resident at the public counter."""

from typing import ClassVar

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from linli.kinds.request import choices
from linli.kinds.request.forms import fields
from linli.kinds.request.reachable import unreachable
from linli.matters.fields import CellField, PhoneField, UnitField
from linli.matters.pointing import PointField
from linli.matters.steps import StepForm


class AskedForm(StepForm):
    """Who asks can be reached, or stays anonymous: said with all else that is wrong, and at the field."""

    def clean(self) -> None:
        told = super().clean() or self.cleaned_data
        phone = told.get("phone") or self["phone"].value()
        for name, sentence in unreachable({**told, "phone": phone}).items():
            self.add_error(name, gettext(sentence))


class TakeInForm(AskedForm):
    """What, where and who asks; everything seldom needed is folded away."""

    folded: ClassVar[tuple[str, ...]] = ("point", "reporter_sort", "confidential", "reported_unit")

    title = fields.line(_("Title"), required=True, most=60, help_text=_("In a few words, without names."))
    category = fields.categories()
    sort = fields.choice(_("Sort of request"), choices.SORTS)
    urgency = fields.choice(_("How urgent it is"), choices.URGENCIES, initial=choices.ORDINARY)
    story = fields.text(_("What the request is about"), required=True, rows=4)
    place = fields.line(_("Where"))
    cell = CellField(label=_("Grid cell"), required=False)
    channel = fields.choice(_("How it came"), choices.TOLD_CHANNELS)
    name = fields.line(_("Name of the requester"), most=60)
    phone = PhoneField(label=_("Telephone"), unless=_("(unless they stay anonymous)"))
    anonymous = fields.box(_("Wants to stay anonymous"), help_text=_("Then name and telephone stay blank."))
    wants_reply = fields.box(_("Wants to be told the answer"))
    accept_now = fields.box(_("Accept it at once"), help_text=_("For who may accept: saves the step after this one."))
    point = fields.point()
    reporter_sort = fields.perhaps(_("Person, business or organisation"), choices.REPORTER_SORTS)
    confidential = fields.box(
        _("Confidential"), help_text=_("Only this desk reads who asked and in what words; the unit gets a task.")
    )
    reported_unit = UnitField(
        label=_("Unit that is complained of"),
        required=False,
        help_text=_("Neither it nor any unit below it will get this request."),
    )


class HandInForm(AskedForm):
    """The three steps at the counter: what it is, where it is, how to reach you. Photos come as files beside it."""

    photos = 3

    category = fields.categories()
    story = fields.text(_("Tell us what it is about"), required=True, rows=5, most=4000)
    cell = CellField(label=_("Grid cell"), required=False)
    point = PointField(label=_("On the map"))
    place = fields.line(_("Where it is"), help_text=_("Street, house, landmark."))
    name = fields.line(_("Your name"), most=60)
    phone = PhoneField(label=_("Your telephone"), unless=_("(unless you stay anonymous)"))
    anonymous = fields.box(_("I want to stay anonymous"), help_text=_("Then leave name and telephone blank."))
    wants_reply = fields.box(_("Tell me the answer"))
    confidential = fields.box(
        _("Keep confidential who I am"), help_text=_("Who handles it will not read your name, number or words.")
    )
    sort = fields.choice(_("Sort of request"), choices.SORTS)
    reported_unit = UnitField(
        label=_("Unit that is complained of"),
        required=False,
        help_text=_("Neither it nor any unit below it will get this request."),
    )
