"""Entries, one for each thing that counts; sheets, sums of them by month or day; and the bookmark in the timeline."""

from django.db import models
from django.db.models import Q


class Entry(models.Model):
    """One thing that counts: of what, on which day, of which matter and event, and all by which it can be sorted."""

    matter = models.ForeignKey("matters.Matter", on_delete=models.PROTECT, related_name="entries", db_index=False)
    seq = models.IntegerField()
    kind = models.CharField(max_length=16)
    measure = models.CharField(max_length=40)
    on = models.DateField()
    until = models.DateField(null=True)
    """Of what lasts: the first day on whose evening it no longer stood so; far away while it still does."""
    at = models.DateTimeField()
    value = models.BigIntegerField()
    category = models.CharField(max_length=32, blank=True)
    sort = models.CharField(max_length=24, blank=True)
    origin = models.CharField(max_length=24, blank=True)
    result = models.CharField(max_length=24, blank=True)
    step = models.CharField(max_length=24, blank=True)
    colour = models.CharField(max_length=8, blank=True)
    cell = models.BigIntegerField(null=True)
    unit = models.BigIntegerField()
    unit_1 = models.BigIntegerField(null=True)
    unit_2 = models.BigIntegerField(null=True)
    unit_3 = models.BigIntegerField(null=True)
    unit_4 = models.BigIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["matter"], name="entry_matter"),
            models.Index(
                fields=["measure", "on", "unit_1", "unit_2", "value", "cell", "category", "matter", "at"],
                name="entry_when_where",
            ),
            models.Index(fields=["unit_2", "measure", "on"], name="entry_u2_day"),
            models.Index(fields=["unit_3", "measure", "on"], name="entry_u3_day"),
            models.Index(fields=["unit_4", "measure", "on"], name="entry_u4_day", condition=Q(unit_4__isnull=False)),
            models.Index(
                fields=["measure", "until", "on", "unit_1", "unit_2", "colour", "value", "cell", "category"],
                name="entry_lasts_where",
                condition=Q(until__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id}#{self.seq} {self.measure}"


class Sheet(models.Model):
    """How many entries a month has, or at the very top a day, of a measure in a unit near the top: in all, with one
    code of one facet, or with two codes of two."""

    on = models.DateField()
    """The day, or the first of the month."""
    unit = models.BigIntegerField()
    above = models.BigIntegerField(null=True)
    measure = models.CharField(max_length=40)
    facet = models.CharField(max_length=24, blank=True)
    """Empty: all of them; of two, both names with a plus between them."""
    code = models.CharField(max_length=32, blank=True)
    other = models.CharField(max_length=32, blank=True, default="", db_default="")
    """Of two facets the code of the second."""
    count = models.BigIntegerField()
    value = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "facet", "measure", "on", "code", "other"], name="sheet_of_two_once"
            )
        ]
        indexes = [models.Index(fields=["above", "facet", "measure", "on"], name="sheet_above")]

    def __str__(self) -> str:
        return f"{self.on} {self.unit} {self.measure} {self.facet} {self.code} {self.other}"


CODES = ("code", "other")
"""The columns of a sheet for the codes of its facets."""


class Bookmark(models.Model):
    """How far the timeline was read, and by which rule: another rule begins again at the first event."""

    rule = models.CharField(max_length=64, default="")
    event = models.BigIntegerField(default=0)
    """Up to here no event can be missing: it is sealed."""
    seen = models.BigIntegerField(default=0)
    """The newest event that was looked at; what lies after `event` is looked at once more."""
    matter = models.BigIntegerField(null=True, default=0)
    """Under a new rule: up to which matter all were told again; empty once all were."""
    sheets = models.CharField(max_length=64, default="", db_default="")
    """By which plan the sheets are laid out: under another one they are summed up again from the entries."""
    laying = models.CharField(max_length=40, blank=True, default="", db_default="")
    """Which measure's sheets are laid next: those before it have theirs, those after it none; empty: all have."""
    laid_to = models.DateField(null=True)
    """Up to which day that measure has them."""

    def __str__(self) -> str:
        return f"{self.event}"
