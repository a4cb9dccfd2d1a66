"""Files that were handed over to be taken in, and mappings that are kept under a name."""

import uuid

from django.conf import settings
from django.db import models

from linli.place.models import Unit
from linli.staff.models import Post


class Delivery(models.Model):
    """One file, how it is read and how far it got; the file itself is let go after some days."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    file_name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    sealed = models.BinaryField(null=True)
    """The file, sealed; none any more once it was let go."""
    let_go_at = models.DateTimeField(null=True)
    mapping = models.TextField()
    """How it is read; what its words stand for goes with the file."""
    like = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    """An earlier list of the same user, as which this one was proposed to be read."""
    weighed = models.BinaryField(null=True)
    """What came of the trial run, sealed because it quotes cells; none while the mapping was changed since."""
    unread = models.PositiveIntegerField(default=0)
    """How many rows cannot even be read, of the trial run."""
    handed_at = models.DateTimeField()
    taking = models.ForeignKey("matters.Taking", models.PROTECT, null=True, related_name="+")
    finished_at = models.DateTimeField(null=True)
    busy_until = models.DateTimeField(null=True)
    """Until then somebody is at it, a page or the tick; whoever finds this past goes on."""

    class Meta:
        ordering = ("-handed_at", "-pk")
        indexes = [
            models.Index(fields=["user", "handed_at"], name="delivery_by_user"),
            models.Index(fields=["handed_at"], name="delivery_open", condition=models.Q(finished_at=None)),
        ]

    def __str__(self) -> str:
        return self.file_name


class Profile(models.Model):
    """A mapping that is used again and again: for the lists of one platform."""

    title = models.CharField(max_length=80)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    told = models.TextField()
    """As TOML, as it is exported and given to the command line."""
    kept_by = models.ForeignKey(Post, models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ("title", "pk")
        constraints = [models.UniqueConstraint(fields=["unit", "title"], name="profile_by_title")]

    def __str__(self) -> str:
        return self.title
