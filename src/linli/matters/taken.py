"""What was taken in from outside: each file with how far it got, and each of its matters by the number it had there."""

from django.conf import settings
from django.db import models


class Taking(models.Model):
    """One file taken in by one user: as far as `rows` everything of it is written, or said to be wrong."""

    kind = models.CharField(max_length=16)
    source = models.CharField(max_length=64)
    """Whose numbers its rows bear: the name of the upstream platform or register."""
    file = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64)
    profile = models.CharField(max_length=64, blank=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    post = models.ForeignKey("staff.Post", on_delete=models.PROTECT, related_name="+", db_index=False)
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    rows = models.IntegerField(default=0)
    """How many rows are done: the bookmark, moved in the transaction that writes them."""
    good = models.IntegerField(default=0)
    already = models.IntegerField(default=0)
    changed = models.IntegerField(default=0)
    wrong = models.IntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["begun_at"], name="taking_begun")]

    def __str__(self) -> str:
        return f"{self.source} {self.kind} {self.begun_at}"


class Taken(models.Model):
    """One matter that came from outside, by the number that it bears there."""

    matter = models.OneToOneField("matters.Matter", primary_key=True, on_delete=models.PROTECT, related_name="taken")
    source = models.CharField(max_length=64)
    external = models.CharField(max_length=64)
    told = models.CharField(max_length=600)
    """Of each column a short keyed digest: by it a later row is seen to say something else, and nothing is read.
    A column of which only a row before said anything stands there without one."""
    taking = models.ForeignKey(Taking, on_delete=models.PROTECT, related_name="matters", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "external"], name="taken_once")]

    def __str__(self) -> str:
        return f"{self.source} {self.external}"
