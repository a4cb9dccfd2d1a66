"""The ledger's tables: a narrow row per matter, its events, its words, and what is derived from them."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from linli.matters.coded import Follow as Follow
from linli.matters.coded import PaperCode as PaperCode
from linli.matters.indexed import Frequent as Frequent
from linli.matters.indexed import Searched as Searched
from linli.matters.seen import Beyond as Beyond
from linli.matters.seen import Due as Due
from linli.matters.seen import Sum as Sum
from linli.matters.taken import Taken as Taken
from linli.matters.taken import Taking as Taking
from linli.matters.urgency import newest, newest_of_a_category, of_a_category, of_a_cell, open_ones, pressing
from linli.place.models import LEVELS

UNITS = tuple(f"unit_{level}" for level in range(1, LEVELS + 1))


class Matter(models.Model):
    """The present sum of one timeline; written only by the gate."""

    number = models.CharField(max_length=32, unique=True)
    kind = models.CharField(max_length=16)
    stage = models.CharField(max_length=24)
    phase = models.CharField(max_length=12)
    clock = models.CharField(max_length=8)
    colour = models.CharField(max_length=8)
    because = models.CharField(max_length=160)
    title = models.CharField(max_length=120, blank=True)
    category = models.CharField(max_length=16, blank=True)
    outcome = models.CharField(max_length=24, blank=True)
    cell = models.ForeignKey("place.Cell", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey("place.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    unit_1 = models.BigIntegerField(null=True)
    unit_2 = models.BigIntegerField(null=True)
    unit_3 = models.BigIntegerField(null=True)
    unit_4 = models.BigIntegerField(null=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    turns_at = models.DateTimeField(null=True)
    touched_at = models.DateTimeField()
    seq = models.IntegerField()
    version = models.IntegerField()
    head = models.CharField(max_length=64)
    judged_under = models.CharField(max_length=16, default="")
    """The fingerprint of the colour table that gave colour and turns_at; empty: from before it was kept."""

    class Meta:
        indexes = [
            models.Index(fields=["turns_at"], name="matter_turns", condition=Q(turns_at__isnull=False)),
            models.Index(fields=["kind", "judged_under"], name="matter_judged", condition=Q(closed_at__isnull=True)),
            open_ones(),
            of_a_cell(),
            of_a_category(),
            models.Index(
                fields=["kind", "category", "opened_at"], name="matter_since", condition=Q(closed_at__isnull=True)
            ),
            models.Index(fields=["kind", "opened_at", "id"], name="matter_opened"),
            models.Index(fields=["touched_at", "id"], name="matter_touched"),
            models.Index(
                fields=["category", "opened_at", *UNITS, "kind", "colour", "closed_at"], name="matter_of_category"
            ),
            models.Index(fields=["holder", "kind", "due_at", "id"], name="matter_holder"),
            *(pressing(level) for level in range(1, LEVELS + 1)),
            *(newest(level) for level in range(1, LEVELS + 1)),
            newest_of_a_category(),
        ]

    def __str__(self) -> str:
        return self.number


class Standing(models.Model):
    """The whole folded state of a matter as canonical JSON, beside the narrow row."""

    matter = models.OneToOneField(Matter, primary_key=True, on_delete=models.PROTECT, related_name="standing")
    state = models.TextField()

    def __str__(self) -> str:
        return f"{self.matter_id}"


class Event(models.Model):
    """One fact in its place in line, chained to the one before; never changed (also by trigger)."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="events", db_index=False)
    seq = models.IntegerField()
    fact = models.CharField(max_length=40)
    payload = models.TextField()
    digests = models.TextField(blank=True)
    at = models.DateTimeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    post = models.ForeignKey("staff.Post", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    behalf = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    request = models.CharField(max_length=36, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "seq"], name="event_place_in_line")]
        indexes = [models.Index(fields=["fact", "at"], name="event_fact_at")]

    def __str__(self) -> str:
        return f"{self.matter_id}#{self.seq} {self.fact}"

    def save(self, *args: Any, **more: Any) -> None:
        """Write once. Raises TypeError on a second save."""
        if not self._state.adding:
            raise TypeError("an event is never changed")
        super().save(*args, **more)

    def delete(self, *args: Any, **more: Any) -> tuple[int, dict[str, int]]:
        """Always raises TypeError."""
        raise TypeError("an event is never deleted")


class Words(models.Model):
    """The text of one private field of one event: erasable, encrypted where personal."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="words", db_index=False)
    seq = models.IntegerField()
    field = models.CharField(max_length=32)
    privacy = models.CharField(max_length=10)
    text = models.TextField(blank=True)
    sealed = models.BinaryField(null=True)
    salt = models.CharField(max_length=32)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "seq", "field"], name="words_once")]

    def __str__(self) -> str:
        return f"{self.matter_id}#{self.seq} {self.field}"


class Duty(models.Model):
    """Who holds a matter, from when to when; derived from the state, for lists and rights."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="duties", db_index=False)
    place = models.IntegerField()
    role = models.CharField(max_length=12)
    unit = models.ForeignKey("place.Unit", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "place"], name="duty_once")]
        indexes = [
            models.Index(fields=["role", "from_at"], name="duty_open", condition=Q(until_at__isnull=True)),
            models.Index(
                fields=["user"], name="duty_in_person", condition=Q(until_at__isnull=True, user__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.role}"


class Tie(models.Model):
    """What a matter shares with others, from when to when; derived from the state, to find those that share it."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="ties", db_index=False)
    place = models.IntegerField()
    sort = models.CharField(max_length=16)
    number = models.CharField(max_length=32)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "place"], name="tie_once")]
        indexes = [models.Index(fields=["sort", "number"], name="tie_open", condition=Q(until_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.sort} {self.number}"


class Mark(models.Model):
    """A named moment of a matter; derived from the state, to find provisional ones and to list deadlines."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="marks", db_index=False)
    name = models.CharField(max_length=24)
    sort = models.CharField(max_length=24, default="")
    """The name without the event that it belongs to: what marks of many matters have in common."""
    at = models.DateTimeField()
    provisional = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "name"], name="mark_once")]
        indexes = [
            models.Index(fields=["at"], name="mark_provisional", condition=Q(provisional=True)),
            models.Index(fields=["sort", "at"], name="mark_sort"),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.name} {self.at}"


class Receipt(models.Model):
    """The answer to one post of one user, so that the same post again changes nothing."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    key = models.CharField(max_length=36)
    content = models.CharField(max_length=64, blank=True, default="")
    """A keyed digest of what was said; empty in old rows."""
    matter = models.ForeignKey(Matter, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    seq = models.IntegerField(default=0)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="receipt_once")]

    def __str__(self) -> str:
        return f"{self.key}"


class Round(models.Model):
    """One step that one user takes in many matters, from the preview to the report; kept for a day."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    key = models.CharField(max_length=36)
    kind = models.CharField(max_length=16)
    verb = models.CharField(max_length=40)
    content = models.CharField(max_length=64, blank=True, default="")
    """A keyed digest of what was said; empty as long as nothing was."""
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="round_once")]

    def __str__(self) -> str:
        return f"{self.key}"


class RoundRow(models.Model):
    """One matter of a round: which version of it was looked at, and what came of the step there."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="rows", db_index=False)
    place = models.IntegerField()
    number = models.CharField(max_length=32)
    version = models.IntegerField()
    came = models.CharField(max_length=12, blank=True, default="")
    said = models.TextField(blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "place"], name="round_place")]

    def __str__(self) -> str:
        return f"{self.number} {self.came}"


class Seal(models.Model):
    """A Merkle root over all events since the seal before, chained and signed with a key outside the database."""

    first = models.BigIntegerField()
    last = models.BigIntegerField(unique=True)
    count = models.IntegerField()
    root = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.first}-{self.last}"


class ClockConfirmed(models.Model):
    """Somebody confirmed at `at` that the clock was right: what is dated later, to `until_at`, a wrong one dated."""

    at = models.DateTimeField()
    until_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.at}"


class Look(models.Model):
    """Somebody opened personal words: who, which, for what purpose, when."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="looks")
    seq = models.IntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey("staff.Post", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=24)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.matter_id}#{self.seq} {self.purpose}"
