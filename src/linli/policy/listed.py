"""What the office lists for the desk: who is in charge of what, the duties of streets and towns, and ready phrases."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from linli.policy.rows import Dated


class Catalogue(Dated):
    """One entry of the dispatch catalogue: what is of this category goes to that unit."""

    class Role(models.TextChoices):
        LEAD = "lead", _("leads")
        ASSISTING = "assisting", _("assists")

    class To(models.TextChoices):
        UNIT = "unit", _("always the same unit")
        COMMUNITY = "community", _("the community of the place")
        STREET = "street", _("the street or town of the place")

    category = models.ForeignKey(
        "policy.Category", models.PROTECT, related_name="catalogue_entries", verbose_name=_("category")
    )
    role = models.CharField(_("role"), max_length=16, choices=Role.choices, default=Role.LEAD)
    to = models.CharField(_("goes to"), max_length=16, choices=To.choices)
    unit = models.ForeignKey(
        "place.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("the unit")
    )
    basis = models.TextField(_("basis"), help_text=_("The rule or arrangement by which that unit is in charge."))
    changed_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        verbose_name = _("entry of the dispatch catalogue")
        verbose_name_plural = _("dispatch catalogue")
        ordering = ("category", "-role", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["category", "valid_from"], condition=Q(role="lead"), name="catalogue_one_lead_begins_a_day"
            ),
            models.CheckConstraint(
                condition=Q(to="unit", unit__isnull=False) | (~Q(to="unit") & Q(unit=None)),
                name="catalogue_names_a_unit_or_a_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.category} · {self.unit if self.unit_id else self.get_to_display()}"

    def clean(self) -> None:
        super().clean()
        if (self.to == self.To.UNIT) != (self.unit_id is not None):
            raise ValidationError({"unit": _("Choose the unit where it is always the same one, and only there.")})


class TownDuty(Dated):
    """A category that stands on the duty list of streets and towns."""

    category = models.ForeignKey("policy.Category", models.PROTECT, related_name="+", verbose_name=_("category"))
    basis = models.TextField(_("basis"), help_text=_("Where on the list it stands."))
    changed_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        verbose_name = _("duty of streets and towns")
        verbose_name_plural = _("duty list of streets and towns")
        ordering = ("category", "-valid_from")
        constraints = [
            models.UniqueConstraint(fields=["category", "valid_from"], name="town_duty_begins_once_a_day"),
        ]

    def __str__(self) -> str:
        return str(self.category)


class Phrase(Dated):
    """A ready text for a step, to be filled in and written on."""

    kind = models.CharField(_("kind of matter"), max_length=32)
    verb = models.CharField(_("step"), max_length=32)
    title = models.CharField(_("title in Chinese"), max_length=50)
    title_en = models.CharField(_("title in English"), max_length=80, blank=True)
    text = models.TextField(_("text"), max_length=2000)

    class Meta:
        verbose_name = _("phrase")
        verbose_name_plural = _("phrases")
        ordering = ("kind", "verb", "pk")
        constraints = [
            models.UniqueConstraint(fields=["kind", "verb", "title", "valid_from"], name="phrase_begins_once_a_day"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        if self.title_en and (get_language() or "").startswith("en"):
            return self.title_en
        return self.title
