"""Users of the desk, the posts they hold, who stands in for whom, and tries to sign in."""

from datetime import date
from functools import cached_property

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.place.models import Unit


class Role(models.TextChoices):
    CLERK = "clerk", _("desk clerk")
    HANDLER = "handler", _("handling officer")
    MEDIATOR = "mediator", _("mediator")
    LEAD = "lead", _("team lead")
    LEADER = "leader", _("leader")
    STATISTICIAN = "statistician", _("statistics clerk")
    AUDITOR = "auditor", _("auditor")
    ADMINISTRATOR = "administrator", _("administrator")
    COUNTER = "counter", _("public counter")


class Language(models.TextChoices):
    CHINESE = "zh-hans", "简体中文"
    ENGLISH = "en", "English"


APART = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})


class User(AbstractBaseUser):
    """Somebody who signs in; what they may do comes only from their posts."""

    username = models.CharField(_("sign-in name"), max_length=64, unique=True)
    name = models.CharField(_("full name"), max_length=64)
    is_active = models.BooleanField(
        _("may sign in"),
        default=True,
        help_text=_("Untick when somebody leaves; what they did stays under their name."),
    )
    language = models.CharField(_("language"), max_length=8, choices=Language.choices, default=Language.CHINESE)
    must_change = models.BooleanField(_("chooses a new password at the next sign-in"), default=False, editable=False)

    objects = BaseUserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ("username",)

    def __str__(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    def has_perm(self, perm: str, obj: object = None) -> bool:
        return self.is_staff

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_staff

    @cached_property
    def is_staff(self) -> bool:
        """Whether the office opens; kept for one request, because each request loads its user anew."""
        chief = self.posts.filter(role=Role.ADMINISTRATOR, unit__level=1)
        return self.is_active and chief.filter(in_force(timezone.localdate())).exists()


class Post(models.Model):
    """One role in one unit held by one user for a time."""

    user = models.ForeignKey(User, models.PROTECT, related_name="posts", verbose_name=_("user"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name=_("unit"))
    role = models.CharField(_("role"), max_length=16, choices=Role.choices)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("A post in use is not edited or deleted: end it with its last day."),
    )

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ("unit", "role", "valid_from")
        indexes = [models.Index(fields=["user", "valid_from"], name="post_by_user")]

    def __str__(self) -> str:
        return f"{self.user} · {self.unit} · {self.get_role_display()}"

    def clean(self) -> None:
        if backwards(self.valid_from, self.valid_until):
            raise ValidationError({"valid_until": _("The last day is before the first.")})
        if self.user_id and self.role in APART:
            refuse_both(self.user_id, role=self.role, from_on=self.valid_from, until_on=self.valid_until)


class StandIn(models.Model):
    """Somebody who holds another's post while its holder is away."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="stand_ins", verbose_name=_("post"))
    user = models.ForeignKey(User, models.PROTECT, related_name="stand_ins", verbose_name=_("who stands in"))
    from_on = models.DateField(_("first day"))
    until_on = models.DateField(_("last day"))
    reason = models.CharField(_("reason"), max_length=200)

    class Meta:
        verbose_name = _("stand-in")
        verbose_name_plural = _("stand-ins")
        ordering = ("-from_on",)
        indexes = [models.Index(fields=["user", "until_on"], name="stand_in_by_user")]

    def __str__(self) -> str:
        return f"{self.user} → {self.post}"

    def clean(self) -> None:
        if backwards(self.from_on, self.until_on):
            raise ValidationError({"until_on": _("The last day is before the first.")})
        if not (self.post_id and self.user_id):
            return
        if self.post.user_id == self.user_id:
            raise ValidationError({"user": _("Nobody stands in for themselves.")})
        if self.post.role in APART:
            refuse_both(self.user_id, role=self.post.role, from_on=self.from_on, until_on=self.until_on)


class SignIn(models.Model):
    """One try to sign in, without the name that was typed."""

    username_digest = models.CharField(max_length=64)
    address_digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    succeeded = models.BooleanField()

    class Meta:
        verbose_name = _("sign-in")
        verbose_name_plural = _("sign-ins")
        indexes = [
            models.Index(fields=["username_digest", "at"], name="sign_in_by_username"),
            models.Index(fields=["address_digest", "at"], name="sign_in_by_address"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S}"


def in_force(day: date) -> models.Q:
    """The posts valid on this day, both ends included."""
    return models.Q(valid_from__lte=day) & (models.Q(valid_until=None) | models.Q(valid_until__gte=day))


def backwards(from_on: date | None, until_on: date | None) -> bool:
    return from_on is not None and until_on is not None and until_on < from_on


def refuse_both(user_id: int, *, role: str, from_on: date | None, until_on: date | None) -> None:
    """Nobody sets the house up and audits it at the same time."""
    if from_on is None:
        return
    (other,) = APART - {role}
    until = until_on or date.max
    posts = Post.objects.filter(user_id=user_id, role=other, valid_from__lte=until)
    stands = StandIn.objects.filter(user_id=user_id, post__role=other, from_on__lte=until, until_on__gte=from_on)
    still = models.Q(valid_until=None) | models.Q(valid_until__gte=from_on)
    if posts.filter(still).exists() or stands.exists():
        raise ValidationError(_("One user cannot be administrator and auditor at the same time."))
