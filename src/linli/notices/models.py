"""By which channels, in what words and to whom notices go, and each notice with every try at sending it."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.notices.texts import AUDIENCES, faults_in
from linli.staff.models import backwards

DATED = _("A row in use is ended with its last day, and a new row follows it.")
SUMMARY = 200


def new_code() -> str:
    return uuid.uuid4().hex


class Sort(models.TextChoices):
    EMAIL = "email", _("e-mail")
    WECOM = "wecom", _("WeCom group bot")
    DINGTALK = "dingtalk", _("DingTalk group bot")
    FEISHU = "feishu", _("Feishu group bot")
    SMS = "sms", _("SMS gateway over HTTP")
    WEBHOOK = "webhook", _("signed webhook")


class Channel(models.Model):
    """One way out of the house, for a unit or (SMS) for residents. Where it leads and its secret are kept sealed."""

    class Language(models.TextChoices):
        CHINESE = "zh-hans", "简体中文"
        ENGLISH = "en", "English"

    code = models.CharField(max_length=32, unique=True, default=new_code, editable=False)
    """What its sealed part is bound to, and what its notices are known by."""
    title = models.CharField(_("title"), max_length=60)
    sort = models.CharField(_("sort of channel"), max_length=8, choices=Sort.choices)
    unit = models.ForeignKey(
        "place.Unit",
        models.PROTECT,
        related_name="+",
        verbose_name=_("for the unit"),
        help_text=_("Told what this unit has to act on. SMS goes to residents whose matter it took in."),
    )
    below = models.BooleanField(_("also for the units below it"), default=True)
    language = models.CharField(_("language"), max_length=8, choices=Language.choices, default=Language.CHINESE)
    internal = models.BooleanField(
        _("leads into our own network"),
        default=False,
        help_text=_("Only then may it lead to a private address, or go without encryption (http)."),
    )
    headers = models.TextField(
        _("headers"), blank=True, help_text=_("SMS only: one a line, such as Content-Type: application/json.")
    )
    body = models.TextField(
        _("body"),
        blank=True,
        help_text=_("SMS only, with {to}, {text}, {key} and {secret} where the gateway has them."),
    )
    proof = models.CharField(
        _("proof of acceptance"),
        max_length=100,
        blank=True,
        help_text=_('SMS only: what the answer contains when the message was taken, such as "code":0.'),
    )
    shown = models.CharField(max_length=200, blank=True, editable=False)
    """The machine it leads to: all that is ever shown of it again."""
    sealed = models.BinaryField(null=True, editable=False)
    rests_until = models.DateTimeField(null=True, editable=False)
    """It asked to be left alone until then (Retry-After)."""
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("last day"), null=True, blank=True, help_text=DATED)

    class Meta:
        verbose_name = _("channel of notices")
        verbose_name_plural = _("channels of notices")
        ordering = ("unit", "sort", "-valid_from")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if backwards(self.valid_from, self.valid_until):
            raise ValidationError({"valid_until": _("The last day is before the first.")})
        if self.sort == Sort.SMS and not self.body.strip():
            raise ValidationError({"body": _("Say what the gateway is sent, for example {to} and {text}.")})


class Text(models.Model):
    """The words of a notice. The row that says most about the event is used; an empty one means: say nothing."""

    audience = models.CharField(_("who reads it"), max_length=8, choices=AUDIENCES)
    event = models.CharField(
        _("on what event"),
        max_length=40,
        blank=True,
        help_text=_("began, turned_red, turned_orange, instructed, returned or the name of a fact."),
    )
    kind = models.CharField(_("kind of matter"), max_length=32, blank=True)
    stage = models.CharField(_("stage"), max_length=24, blank=True)
    category = models.ForeignKey(
        "policy.Category", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("only for category")
    )
    text = models.CharField(
        _("text in Chinese"),
        max_length=SUMMARY,
        blank=True,
        help_text=_("May hold {number}, {kind}, {stage}, {expected}, {link}. Empty: nothing is sent."),
    )
    text_en = models.CharField(_("text in English"), max_length=SUMMARY, blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("last day"), null=True, blank=True, help_text=DATED)

    class Meta:
        verbose_name = _("text of notices")
        verbose_name_plural = _("texts of notices")
        ordering = ("audience", "event", "kind", "stage", "category", "-valid_from")

    def __str__(self) -> str:
        return " · ".join(filter(None, (self.get_audience_display(), self.event, self.kind, self.stage)))

    def clean(self) -> None:
        """Refuse every placeholder that could tell something of the content or of a person."""
        if backwards(self.valid_from, self.valid_until):
            raise ValidationError({"valid_until": _("The last day is before the first.")})
        wrong = {name: faults_in(getattr(self, name)) for name in ("text", "text_en")}
        if any(wrong.values()):
            raise ValidationError({name: sentence for name, sentence in wrong.items() if sentence})


class Notice(models.Model):
    """One event to be told to one audience by one channel. Holds no number and no name of anybody."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        DEAD = "dead", _("given up")
        ASIDE = "aside", _("put aside")

    key = models.CharField(max_length=40, unique=True)
    """Sent along each time, so that a receiver knows a notice it has had."""
    event = models.ForeignKey("matters.Event", models.PROTECT, related_name="notices")
    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="notices", db_index=False)
    channel = models.ForeignKey(Channel, models.PROTECT, related_name="notices", db_index=False)
    audience = models.CharField(max_length=8, choices=AUDIENCES)
    said = models.CharField(max_length=SUMMARY * 2)
    """Filled in but for the link: a code by which residents follow their matter is stored nowhere."""
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    tries = models.IntegerField(default=0)
    next_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    fence = models.IntegerField(default=0)
    """Raised with each claim: whoever claimed it before can no longer say what became of it."""
    reason = models.CharField(max_length=100, blank=True)
    """A msgid."""
    detail = models.CharField(max_length=40, blank=True)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [models.UniqueConstraint(fields=["event", "channel", "audience"], name="notice_once")]
        indexes = [
            models.Index(fields=["next_at"], name="notice_due", condition=Q(state__in=("waiting", "sending"))),
            models.Index(fields=["matter", "channel", "audience", "event"], name="notice_in_order"),
            models.Index(fields=["channel", "state", "-id"], name="notice_of_channel"),
        ]

    def __str__(self) -> str:
        return self.key


class Try(models.Model):
    """One try at sending a notice, and what came of it."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="log")
    at = models.DateTimeField()
    took = models.BooleanField()
    """Whether the receiver took it."""
    reason = models.CharField(max_length=100, blank=True)
    """A msgid; `detail` is the code that the receiver gave, or the sort of the failure."""
    detail = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"{self.notice_id} {self.at}"


class Bookmark(models.Model):
    """How far the timeline was read, and how often sending was begun: a restored ledger is behind the count outside."""

    event = models.BigIntegerField(default=0)
    residents_from = models.BigIntegerField(default=0)
    """Events up to this one are older than a restore: residents are not told of them again."""
    turn = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.event}"
