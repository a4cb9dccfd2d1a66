"""Telephone numbers as people write them: digits, with signs and an extension around them."""

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from linli.ground.text import msg

ALLOWED = re.compile(r"(?:[0-9 +()-]|分机|转)+")
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―", "-"))
LEAST = 5
UNFIT = msg("Write the telephone in digits, at least five, or leave it empty. An extension follows as 转 12.")

UNFIT_NEEDED = msg("Write the telephone in digits, at least five. An extension follows as 转 12.")


class PhoneField(forms.CharField):
    """A telephone number, or nothing; `unless` says in which case alone it may be nothing."""

    def __init__(self, *, most: int = 40, unless: Any = "", **more: Any) -> None:
        self.unless = unless
        widget = forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"})
        super().__init__(**more, required=False, max_length=most, widget=widget)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return phone_of(text, unfit=UNFIT_NEEDED if self.unless else UNFIT) if text else ""


def phone_of(text: str, *, unfit: str = UNFIT) -> str:
    """The number with its signs in one way of writing. Raises ValidationError when it cannot be dialled."""
    plain = unicodedata.normalize("NFKC", text).translate(DASHES).strip()
    if not ALLOWED.fullmatch(plain) or sum(sign.isdigit() for sign in plain) < LEAST:
        raise ValidationError(gettext(unfit))
    return plain
