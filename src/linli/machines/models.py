"""The tokens by which other systems come in, each with the rights of one post; and what was answered to them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from linli.policy.rows import Dated


class Token(models.Model):
    """Lets another system do what one post may do, for a time, perhaps from one network only."""

    digest = models.CharField(max_length=64, unique=True, editable=False)
    """Made with a key outside the database: the token itself is nowhere."""
    title = models.CharField(_("which system"), max_length=60)
    post = models.ForeignKey("staff.Post", models.PROTECT, related_name="+", verbose_name=_("acts from this post"))
    network = models.CharField(
        _("only from"), max_length=43, blank=True, help_text=_("An address or network, such as 10.1.2.0/24.")
    )
    made_at = models.DateTimeField(_("made"), editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("made by"),
    )
    agreed_at = models.DateTimeField(_("agreed to by the holder"), null=True, editable=False)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("agreed by"),
    )
    """Whoever holds the post says that a machine may act from it; until then the token opens nothing, and nothing once
    the post is somebody else's."""
    until_at = models.DateTimeField(_("good until"), editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("revoked by"),
    )
    last_used_on = models.DateField(_("last used"), null=True, editable=False)

    class Meta:
        verbose_name = _("token of another system")
        verbose_name_plural = _("tokens of other systems")
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return self.title

    @property
    def is_agreed(self) -> bool:
        return self.agreed_by_id == self.post.user_id


class Answer(models.Model):
    """What a machine was answered under a key of its own: the same again is answered the same. No words of anybody."""

    token = models.ForeignKey(Token, models.PROTECT, related_name="+", db_index=False)
    key = models.CharField(max_length=64)
    """A digest of the key that the machine chose."""
    content = models.CharField(max_length=64)
    status = models.SmallIntegerField()
    body = models.JSONField()
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="machine_answered_once")]

    def __str__(self) -> str:
        return f"{self.pk}"


class Published(Dated):
    """A kind of which everybody may be told by Open311, from when until when: the office decides."""

    kind = models.CharField(_("kind of matter"), max_length=16)

    class Meta:
        verbose_name = _("kind published by Open311")
        verbose_name_plural = _("kinds published by Open311")
        ordering = ("-valid_from",)

    def __str__(self) -> str:
        return self.kind
