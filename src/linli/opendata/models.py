"""Months as they were published, and the office's rule by which they are."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.opendata.suppressing import UNDER
from linli.policy.rows import Dated

LICENCE = "CC BY 4.0"


class OpenRule(Dated):
    """How months are published: what counts as small, under which licence, and whether the house does it itself."""

    under = models.PositiveSmallIntegerField(
        _("small is under"),
        default=UNDER,
        validators=[MinValueValidator(UNDER), MaxValueValidator(100)],
        help_text=_("Numbers under this one are not printed, nor what would give them away. At least 5."),
    )
    licence = models.CharField(_("licence"), max_length=100, default=LICENCE)
    day = models.PositiveSmallIntegerField(
        _("published by itself on day"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(28)],
        help_text=_(
            "Of the month after, for each month from that of the first day of this rule on. "
            "Left empty, nothing is published until somebody gives the command."
        ),
    )
    changed_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        verbose_name = _("rule of the open data")
        verbose_name_plural = _("rules of the open data")
        ordering = ("-valid_from",)
        constraints = [
            models.UniqueConstraint(fields=["valid_from"], name="open_rule_begins_once_a_day"),
            models.CheckConstraint(condition=Q(under__gte=UNDER), name="open_rule_hides_enough"),
        ]

    def __str__(self) -> str:
        return f"<{self.under} · {self.licence}"


class OpenMonth(models.Model):
    """One month, printed once: `frozen` holds what is printed and nothing of what is hidden."""

    month = models.DateField(unique=True)
    """Its first day."""
    counted_at = models.DateTimeField()
    under = models.PositiveSmallIntegerField()
    licence = models.CharField(max_length=100)
    frozen = models.TextField()
    seal = models.CharField(max_length=64, blank=True)
    """The newest seal of the ledger it was counted from."""
    digest = models.CharField(max_length=64)
    """Made with the key of the seals, over all of the above."""
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_for = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ("-month",)

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.month:%Y-%m}"
