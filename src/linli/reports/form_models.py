"""The office's own forms: what each is called, its versions with the file and what is bound in it, and its fillings."""

from django.db import models

from linli.place.models import Unit
from linli.staff.models import Post


class OwnForm(models.Model):
    """A form of somebody else that a unit fills again and again, and every unit below it."""

    title = models.CharField(max_length=80)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kept_by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()
    put_away_at = models.DateTimeField(null=True)
    """From when on it is filled no more; what was filled stays."""

    class Meta:
        ordering = ("title", "pk")

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """The file as it came, and what its cells show; once filled it is never changed, a change makes the next."""

    form = models.ForeignKey(OwnForm, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    file_name = models.CharField(max_length=200)
    sealed = models.BinaryField()
    digest = models.CharField(max_length=64)
    """Of the file before it was sealed."""
    bindings = models.TextField(default="[]")
    made_by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=["form", "number"], name="form_version_once")]

    def __str__(self) -> str:
        return f"{self.form_id}/{self.number}"


class Filling(models.Model):
    """A version filled for a unit and a period: every figure as it was then, with the entries that it counted."""

    number = models.CharField(max_length=64, unique=True)
    version = models.ForeignKey(Version, models.PROTECT, related_name="fillings")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    period = models.CharField(max_length=32)
    filled_by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    cut_at = models.DateTimeField()
    cells = models.TextField()
    digest = models.CharField(max_length=64)
    """Made with the key of the seals, over the figures and whose they are."""

    class Meta:
        ordering = ("-cut_at", "-pk")
        indexes = [models.Index(fields=["unit", "period"], name="filling_of")]

    def __str__(self) -> str:
        return self.number
