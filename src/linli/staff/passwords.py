"""Changing one's own password: the old one is asked for, the new one must be a good one, and it is written down."""

from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.staff.models import User
from linli.staff.signing import Refused, Wrong, sign_in

NOT_THE_PRESENT_ONE = msg("This is not your present password.")
THE_SAME = msg("This is the password you have now. Choose another.")
CHANGED = [{"changed": {"fields": ["password"]}}]


def choose_password(user: User, *, present: str, new: str, address: str, at: datetime) -> None:
    """Raises ValidationError with a sentence for `present` or `new`; guessing is stopped as at the sign-in."""
    try:
        sign_in(user.username, password=present, address=address, at=at)
    except Wrong as wrong:
        raise ValidationError({"present": _(NOT_THE_PRESENT_ONE)}) from wrong
    except Refused as refused:
        raise ValidationError({"present": str(refused)}) from refused
    if new == present:
        raise ValidationError({"new": _(THE_SAME)})
    try:
        validate_password(new, user)
    except ValidationError as problem:
        raise ValidationError({"new": problem.messages}) from problem
    user.set_password(new)
    user.must_change = False
    with transaction.atomic():
        user.save(update_fields=["password", "must_change"])
        users = User.objects.filter(pk=user.pk)
        LogEntry.objects.log_actions(user.pk, users, CHANGE, change_message=CHANGED, single_object=True)
