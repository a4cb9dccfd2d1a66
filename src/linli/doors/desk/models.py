"""What the desk keeps of its own: saved views and pins, which lists left the house, and which forms are open."""

from functools import lru_cache
from typing import TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q, QuerySet

from linli.ground.text import msg
from linli.matters.access import Viewer
from linli.matters.composed import KEPT, Composed, composed

Row = TypeVar("Row", bound=models.Model)


class SavedView(models.Model):
    """A query string with a title."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("place.Unit", on_delete=models.PROTECT, null=True, related_name="+")
    """Shared with everybody who has a post in this unit or below it; None: the owner's alone."""
    title = models.CharField(max_length=40)
    query = models.CharField(max_length=400, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("title", "pk")

    def __str__(self) -> str:
        return self.title


class Pin(models.Model):
    """What somebody wants to see on the page they come in by: a saved view, or another page by word and place."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    view = models.ForeignKey(SavedView, on_delete=models.CASCADE, null=True, related_name="pins")
    word = models.CharField(max_length=60, blank=True)
    page = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["owner", "view"], name="pin_of_a_view_once"),
            models.UniqueConstraint(fields=["owner", "page"], condition=Q(view=None), name="pin_of_a_page_once"),
            models.CheckConstraint(
                condition=Q(view=None) & ~Q(word="") & ~Q(page="") | Q(view__isnull=False, page=""),
                name="pin_of_a_view_or_a_page",
            ),
        ]

    def __str__(self) -> str:
        return self.word


class Export(models.Model):
    """A list that left the house, or was to: who asked with which post, who agreed, and the digest of the file."""

    class Form(models.TextChoices):
        WORKBOOK = "xlsx", msg("Workbook (.xlsx)")
        LINES = "csv", msg("Lines of text (.csv)")
        OBJECTS = "jsonl", msg("JSON Lines, with codes, for programs (.jsonl)")

    number = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey("staff.Post", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("place.Unit", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    form = models.CharField(max_length=8, choices=Form.choices)
    asked = models.TextField()
    """The filters in words, without the words that were searched for."""
    rows = models.PositiveIntegerField()
    chosen = models.BinaryField(null=True)
    """The ids of the rows in their order, as they were when it was asked for; let go once taken or lapsed."""
    alone = models.BooleanField()
    """Whether nobody else had to agree."""
    purpose = models.CharField(max_length=200, blank=True)
    granted = models.BooleanField(null=True)
    reason = models.CharField(max_length=200, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_from = models.ForeignKey("staff.Post", on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    """SHA-256 of the file, so that a file found anywhere can be told to be this one; empty while it is being sent."""

    class Meta:
        ordering = ("-pk",)
        indexes = [models.Index(fields=["user", "at"], name="export_by_user")]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("user")), name="export_decided_by_another"
            ),
            models.CheckConstraint(condition=Q(alone=True) | ~Q(purpose=""), name="export_asked_for_with_a_purpose"),
            models.CheckConstraint(
                condition=Q(taken_at=None) | Q(alone=True) | Q(granted=True), name="export_taken_when_agreed"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class OpenForm(models.Model):
    """Somebody has the form of a step before them: said only at the forms of that matter, gone within minutes."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False)
    matter = models.ForeignKey("matters.Matter", on_delete=models.CASCADE, related_name="+")
    verb = models.CharField(max_length=40)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "matter", "verb"], name="open_form_once")]

    def __str__(self) -> str:
        return self.verb


def views_for(who: Viewer) -> QuerySet[SavedView]:
    units = {pk for post in who.posts for pk in post.path if pk}
    return SavedView.objects.filter(Q(owner=who.user) | Q(unit__in=units))


def views_shown(who: Viewer) -> list[SavedView]:
    """The same as every page shows them."""
    return _read(SavedView, _asking_views(who.kept))


def pins_made(who: Viewer) -> list[Pin]:
    return _read(Pin, _asking_pins(who.user.pk))


@lru_cache(maxsize=KEPT)
def _asking_views(who: Viewer) -> Composed:
    return composed(views_for(who).values_list(*_columns(SavedView)))


@lru_cache(maxsize=KEPT)
def _asking_pins(owner: int) -> Composed:
    return composed(Pin.objects.filter(owner=owner).values_list(*_columns(Pin)))


def _columns(model: type[models.Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def _read(model: type[Row], asked: Composed) -> list[Row]:
    columns = _columns(model)
    return [model.from_db(None, columns, row) for row in asked.rows()]
