"""The tokens that open the screen: of one unit, for a time, perhaps from one network only; known by a digest."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Token(models.Model):
    """Lets a screen on a wall show one unit, and nothing else."""

    digest = models.CharField(max_length=64, unique=True)
    """Made with a key outside the database: the token itself is nowhere."""
    unit = models.ForeignKey("place.Unit", on_delete=models.PROTECT, related_name="+")
    network = models.CharField(max_length=43, blank=True)
    made_at = models.DateTimeField()
    until_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("screen token")
        verbose_name_plural = _("screen tokens")

    def __str__(self) -> str:
        return f"{self.pk}"
