"""The meetings with the list as it stood at the cut-off, and the reports that were issued, as they were."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.place.models import Unit
from linli.reports.form_models import Filling as Filling
from linli.reports.form_models import OwnForm as OwnForm
from linli.reports.form_models import Version as Version
from linli.staff.models import Post


class Sort(models.TextChoices):
    MORNING = "morning", _("morning meeting")
    WEEKLY = "weekly", _("weekly review")


class Meeting(models.Model):
    """One meeting of one unit; `frozen` is written once, when it is convened, and holds codes and ids only."""

    number = models.CharField(max_length=64, unique=True)
    sort = models.CharField(max_length=8, choices=Sort.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kinds = models.CharField(max_length=120, blank=True)
    since_at = models.DateTimeField()
    cut_at = models.DateTimeField()
    convened_by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    held_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    present = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    remarks = models.TextField(blank=True)
    wiped_at = models.DateTimeField(null=True)
    """When remarks were taken out for good; by whom and on what ground stands beside it."""
    wiped_by = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    wiped_for = models.CharField(max_length=24, blank=True, default="")
    frozen = models.TextField()
    digest = models.CharField(max_length=64)
    """Made with the key of the seals, over the frozen list and whose it is."""

    class Meta:
        ordering = ("-cut_at",)
        indexes = [models.Index(fields=["unit", "sort", "cut_at"], name="meeting_before")]
        constraints = [
            models.UniqueConstraint(fields=["unit", "sort"], condition=Q(closed_at=None), name="meeting_one_open")
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def of_kinds(self) -> tuple[str, ...]:
        """The kinds it looks at; empty means all."""
        return tuple(self.kinds.split(",")) if self.kinds else ()


class Snapshot(models.Model):
    """One report as it was issued; `frozen` is written once and holds what was printed, and of the rows behind it how
    many they are and their digest."""

    number = models.CharField(max_length=64, unique=True)
    report = models.CharField(max_length=40)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    period = models.CharField(max_length=40)
    cut_at = models.DateTimeField()
    issued_by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    frozen = models.TextField()
    digest = models.CharField(max_length=64)
    """Made with the key of the seals, over what is frozen and whose it is."""

    class Meta:
        ordering = ("-cut_at", "-pk")
        indexes = [models.Index(fields=["unit", "report", "cut_at"], name="snapshot_of_unit")]

    def __str__(self) -> str:
        return self.number


class PackedRows(models.Model):
    """A part of the rows behind a figure of an issued report, by id; figures that count the same ones share them."""

    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="packed", db_index=False)
    digest = models.CharField(max_length=64)
    """Of all its parts, as the report names it."""
    part = models.PositiveIntegerField()
    rows = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["snapshot", "digest", "part"], name="packed_part_once")]

    def __str__(self) -> str:
        return f"{self.digest} {self.part}"
