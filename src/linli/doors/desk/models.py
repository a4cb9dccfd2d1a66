"""What the desk keeps of its own: saved ways of asking, and for a few minutes which forms are open."""

from django.conf import settings
from django.db import models
from django.db.models import Q, QuerySet

from linli.matters.access import Viewer


class SavedView(models.Model):
    """A query string with a title."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("place.Unit", on_delete=models.PROTECT, null=True, related_name="+")
    """Shared with everybody who has a post in this unit or below it; None: the owner's alone."""
    title = models.CharField(max_length=40)
    query = models.CharField(max_length=400, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("title", "pk")

    def __str__(self) -> str:
        return self.title


class OpenForm(models.Model):
    """Somebody has the form of a step before them: said only at the forms of that matter, gone within minutes."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False)
    matter = models.ForeignKey("matters.Matter", on_delete=models.CASCADE, related_name="+")
    verb = models.CharField(max_length=40)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "matter", "verb"], name="open_form_once")]

    def __str__(self) -> str:
        return self.verb


def views_for(who: Viewer) -> QuerySet[SavedView]:
    units = {pk for post in who.posts for pk in post.path if pk}
    return SavedView.objects.filter(Q(owner=who.user) | Q(unit__in=units))
