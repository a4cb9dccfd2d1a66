"""What the office decides: the centre, its calendar, terms, categories and number series, as dated rows."""

from datetime import time
from itertools import pairwise
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.ground.span import Span
from linli.place.models import label_of
from linli.policy.listed import Catalogue as Catalogue
from linli.policy.listed import Phrase as Phrase
from linli.policy.listed import TownDuty as TownDuty
from linli.policy.own_papers import PaperTemplate as PaperTemplate
from linli.policy.rows import Dated

USUAL_PROFILE = "brief-1-5-15"


def usual_hours() -> list[list[str]]:
    return [["08:30", "17:30"]]


class Centre(models.Model):
    """The one centre this installation serves."""

    name = models.CharField(_("name in Chinese"), max_length=100)
    name_en = models.CharField(_("name in English"), max_length=150, blank=True)
    zone = models.CharField(_("time zone"), max_length=64, default="Asia/Shanghai")
    office_hours = models.JSONField(
        _("office hours"), default=usual_hours, help_text=_('For example [["08:30", "12:00"], ["14:00", "17:30"]].')
    )
    hotline = models.CharField(
        _("telephone for residents"), max_length=40, blank=True, help_text=_("Shown on every page of the counter.")
    )
    profile = models.CharField(
        _("time limits of requests"),
        max_length=32,
        default=USUAL_PROFILE,
        help_text=_("The profile by which replies are due. What runs already keeps its dates."),
    )
    takes_in = models.ForeignKey(
        "place.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("takes in what names no place"),
        help_text=_(
            "Whose window sees what residents hand in without saying where; left empty, the unit at the top. "
            "People with posts there, or above it, see it."
        ),
    )
    exports_alone = models.PositiveIntegerField(
        _("rows that one person exports alone"),
        default=500,
        help_text=_("Longer lists, also in pieces on one day, leave only after somebody else has agreed."),
    )
    demo = models.BooleanField(_("everything here is invented"), default=False, editable=False)
    changed_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        verbose_name = _("centre")
        verbose_name_plural = _("centre")

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        return label_of(self.name, self.name_en)

    def clean(self) -> None:
        if self.zone not in available_timezones():
            raise ValidationError({"zone": _("This is not the name of a time zone.")})
        if not hours_fit(self.office_hours):
            raise ValidationError({"office_hours": _("Office hours are pairs of times in the order of the day.")})


class CalendarYear(models.Model):
    """A year whose public holidays are known."""

    year = models.PositiveSmallIntegerField(_("year"), unique=True)
    published_on = models.DateField(
        _("published on"),
        null=True,
        blank=True,
        help_text=_("While this is empty, due dates that reach into the year are provisional."),
    )
    source = models.CharField(_("source"), max_length=200, blank=True)
    changed_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        verbose_name = _("calendar year")
        verbose_name_plural = _("calendar years")
        ordering = ("-year",)

    def __str__(self) -> str:
        return str(self.year)


class Holiday(models.Model):
    """A day that is not what its weekday says."""

    on = models.DateField(_("day"), unique=True)
    working = models.BooleanField(_("make-up working day"), default=False)
    name = models.CharField(_("name"), max_length=50)
    changed_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        verbose_name = _("holiday or make-up day")
        verbose_name_plural = _("holidays and make-up days")
        ordering = ("-on",)

    def __str__(self) -> str:
        return f"{self.on} {self.name}"


class Category(Dated):
    """One class of one kind of matter."""

    kind = models.CharField(_("kind of matter"), max_length=32)
    code = models.CharField(_("code"), max_length=32)
    name = models.CharField(_("name in Chinese"), max_length=100)
    name_en = models.CharField(_("name in English"), max_length=150, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("belongs to")
    )
    changed_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ("kind", "id")
        constraints = [models.UniqueConstraint(fields=["kind", "code"], name="category_code_once_a_kind")]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        return label_of(self.name, self.name_en)


class Term(Dated):
    """How long something is given, by which law, from when until when."""

    class Starts(models.TextChoices):
        SAME = "same", _("the same day counts")
        NEXT = "next", _("counting begins the next day")

    code = models.CharField(_("code"), max_length=64)
    kind = models.CharField(_("kind of matter"), max_length=32, blank=True)
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="terms", verbose_name=_("only for category")
    )
    span = models.CharField(
        _("span"),
        max_length=16,
        help_text=_("Number and unit: wd working days, wh working hours, h clock hours, d days."),
    )
    starts = models.CharField(_("day of start"), max_length=4, choices=Starts.choices, default=Starts.NEXT)
    rolls = models.BooleanField(
        _("rolls over a holiday"),
        default=False,
        help_text=_("A last day on a day off moves to the first working day after it."),
    )
    profile = models.CharField(_("profile"), max_length=32, blank=True)
    basis = models.TextField(_("legal basis"), blank=True)
    changed_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ("code", "kind", "category", "-valid_from")
        constraints = [
            models.UniqueConstraint(fields=["code", "kind", "category", "valid_from"], name="term_begins_once_a_day"),
            models.UniqueConstraint(
                fields=["code", "kind", "valid_from"],
                condition=Q(category=None),
                name="general_term_begins_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.span}"

    def clean(self) -> None:
        super().clean()
        try:
            Span.parse(self.span)
        except ValueError as error:
            raise ValidationError({"span": _("This is not a span. Write 15wd, 8wh, 24h or 30d.")}) from error


class Series(models.Model):
    """The numbers given out under one code in one year, without gaps."""

    code = models.CharField(_("code"), max_length=32)
    pattern = models.CharField(_("pattern"), max_length=64)
    year = models.PositiveSmallIntegerField(_("year"))
    last = models.PositiveIntegerField(_("last number given"), default=0)

    class Meta:
        verbose_name = _("number series")
        verbose_name_plural = _("number series")
        ordering = ("code", "-year")
        constraints = [models.UniqueConstraint(fields=["code", "year"], name="series_once_a_year")]

    def __str__(self) -> str:
        return f"{self.code} {self.year}"

    def clean(self) -> None:
        if not tells_apart(self.pattern, year=self.year or 0):
            raise ValidationError({"pattern": _("Write it with {year} and {number}, as in QS-{year}-{number:06d}.")})
        if Series.objects.filter(pattern=self.pattern).exclude(code=self.code).exists():
            raise ValidationError({"pattern": _("Another series writes its numbers so. Nobody could tell them apart.")})


class VoidNumber(models.Model):
    """A number that was given and is not used, with the reason."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="voids", verbose_name=_("number series"))
    number = models.CharField(_("number"), max_length=64, unique=True)
    reason = models.CharField(_("reason"), max_length=200)
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("void number")
        verbose_name_plural = _("void numbers")
        ordering = ("number",)
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="void_number_has_a_reason")]

    def __str__(self) -> str:
        return self.number


def tells_apart(pattern: str, *, year: int) -> bool:
    """Whether no two numbers of this year and the next are written alike."""
    given = ((year, 1), (year, 2), (year + 1, 1))
    try:
        return len({pattern.format(year=one, number=number) for one, number in given}) == len(given)
    except (LookupError, ValueError, TypeError, AttributeError):
        return False


def hours_fit(rows: object) -> bool:
    """Whether the office hours can be counted with."""
    try:
        edges = [time.fromisoformat(edge) for opens, shuts in list(rows) for edge in (opens, shuts)]  # type: ignore[call-overload]
    except (TypeError, ValueError):
        return False
    return bool(edges) and all(earlier < later for earlier, later in pairwise(edges))
