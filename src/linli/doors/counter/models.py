"""What the counter keeps for a while: pictures not handed in yet, and how often somebody came within the hour."""

from django.db import models


class Draft(models.Model):
    """A picture that waits to be handed in: its content lies sealed under `stored`, for a day at most."""

    stored = models.CharField(max_length=32, primary_key=True)
    mime = models.CharField(max_length=32)
    size = models.IntegerField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.stored


class Rate(models.Model):
    """How often something was done within one hour, from an address or (empty) by everybody.

    An address is known by a digest with a key of the house that changes every day: it cannot be read back.
    """

    lane = models.CharField(max_length=12)
    address_digest = models.CharField(max_length=64, blank=True)
    hour = models.DateTimeField()
    count = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hour", "lane", "address_digest"], name="rate_once")]

    def __str__(self) -> str:
        return f"{self.lane} {self.hour} {self.count}"
