"""What is laid beside others and what was learnt, derived from the timeline; no words, nobody's name."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from linli.policy.rows import Dated


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


class Learned(models.Model):
    """What was learnt of one kind at one moment, as plain numbers, and how it did on matters that were held back."""

    kind = models.CharField(_("kind of matter"), max_length=16)
    at = models.DateTimeField(_("learned at"))
    matters = models.IntegerField(_("closed matters learned from"))
    categories = models.IntegerField(_("categories"))
    held_back = models.IntegerField(_("of them held back to be examined with"))
    macro_f1 = models.FloatField(_("macro F1"))
    top1 = models.FloatField(_("the first suggestion was right"))
    top2 = models.FloatField(_("one of the first two"))
    top3 = models.FloatField(_("one of the three"))
    seconds = models.FloatField(_("seconds it took"))
    numbers = models.BinaryField()

    class Meta:
        verbose_name = _("what suggestions were learned from")
        verbose_name_plural = _("what suggestions were learned from")
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=["kind", "at"], name="learned_newest")]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"


class FillRule(Dated):
    """From which likelihood on a category is filled in by itself; without a row in force it never is."""

    percent = models.PositiveSmallIntegerField(
        _("filled in from a likelihood of (percent)"),
        validators=[MinValueValidator(60), MaxValueValidator(99)],
        help_text=_("Only into an empty field, and said beside it; whoever records the matter decides."),
    )

    class Meta:
        verbose_name = _("rule for filling in categories")
        verbose_name_plural = _("rules for filling in categories")
        ordering = ("-valid_from",)
        constraints = [models.UniqueConstraint(fields=["valid_from"], name="fill_rule_begins_once_a_day")]

    def __str__(self) -> str:
        return f"{self.percent} %"
