"""Which units see a matter beyond the one responsible, and how many each unit sees: kept by the database itself.

Triggers write both in the transaction of whatever changes a matter, a duty or a path, so neither can be forgotten.
"""

from django.db import models


class Beyond(models.Model):
    """A unit that sees a matter by an open duty of a unit at or below it, and not by the matter's own path."""

    matter = models.ForeignKey(
        "matters.Matter", on_delete=models.DO_NOTHING, related_name="+", db_index=False, db_constraint=False
    )
    unit = models.ForeignKey(
        "place.Unit", on_delete=models.DO_NOTHING, related_name="+", db_index=False, db_constraint=False
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "unit"], name="beyond_once")]
        indexes = [models.Index(fields=["unit", "matter"], name="beyond_of_unit")]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.unit_id}"


class Sum(models.Model):
    """How many matters of one sort a unit sees. Several rows of one sort add up: writers never wait for each other."""

    unit = models.BigIntegerField()
    beyond = models.BooleanField()
    """Whether it sees them by a duty only, and not because they lie in it or below it."""
    kind = models.CharField(max_length=16)
    phase = models.CharField(max_length=12)
    stage = models.CharField(max_length=24)
    colour = models.CharField(max_length=8)
    closed = models.BooleanField()
    held = models.BooleanField()
    """Whether somebody has them in hand."""
    n = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(
                fields=["unit", "kind", "stage", "colour", "phase", "closed", "held", "beyond", "n"], name="sum_of_unit"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.kind} {self.stage} {self.n}"


class Due(models.Model):
    """How many open matters that a unit sees fall due on one day, while their clock runs. Rows add up like sums."""

    unit = models.BigIntegerField()
    beyond = models.BooleanField()
    kind = models.CharField(max_length=16)
    day = models.DateField()
    """By a clock eight hours ahead of Greenwich's, wherever the centre is: where a day is cut alters no count."""
    n = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["unit", "beyond", "day", "kind", "n"], name="due_of_unit"),
            models.Index(fields=["id"], name="due_empty", condition=models.Q(n=0)),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.kind} {self.day} {self.n}"
