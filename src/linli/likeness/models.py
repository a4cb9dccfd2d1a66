"""What of each matter is laid beside others, derived from the timeline; no words, nobody's name."""

from django.db import models


class Laid(models.Model):
    """Where, when and of what category. Moments in whole minutes: thousands are read for one answer."""

    matter = models.OneToOneField(
        "matters.Matter", primary_key=True, on_delete=models.PROTECT, related_name="laid", db_index=False
    )
    kind = models.CharField(max_length=16)
    root = models.CharField(max_length=32)
    category = models.CharField(max_length=32)
    cell = models.ForeignKey("place.Cell", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    from_minute = models.BigIntegerField()
    until_minute = models.BigIntegerField()
    minute = models.SmallIntegerField()
    width = models.SmallIntegerField()
    weekdays = models.SmallIntegerField()
    method_seq = models.IntegerField()
    method_field = models.CharField(max_length=32)
    series = models.CharField(max_length=32, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "root", "from_minute", "cell", "category", "minute"], name="laid_beside")
        ]

    def __str__(self) -> str:
        return f"{self.matter_id}"


class Bookmark(models.Model):
    """How far the timeline was read, and by which rule: another rule begins again at the first event."""

    rule = models.CharField(max_length=200)
    event = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.event}"
