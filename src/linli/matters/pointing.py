"""A point on the ground in a form: longitude and latitude, as a map or a telephone gives them."""

import math
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from linli.ground.text import msg

PLACES = 6
"""A tenth of a metre: more digits would only look exact."""
UNFIT = msg(
    "This is not a point on the ground. Write longitude and latitude with a comma between them, such as "
    "115.012, 28.003. You can also leave it out and write where it is."
)
UNFIT_ON_MAP = msg("This is not a point on the ground. Tap the map again, or leave it out and write where it is.")


class PointField(forms.CharField):
    """Cleans `115.01,28.02` to the two numbers written out, for the chain knows no fractions; nothing to None."""

    widget: Any = forms.HiddenInput

    def __init__(self, **more: Any) -> None:
        super().__init__(**{"required": False, "max_length": 60, **more})

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        point = point_of(text) if text else None
        if text and point is None:
            raise ValidationError(gettext(UNFIT_ON_MAP if self.widget.is_hidden else UNFIT))
        return tuple(point_text(*point).split(",")) if point else None


def point_of(text: str) -> list[float] | None:
    """The two degrees of a text; None when they are none."""
    try:
        lon, lat = (round(float(part), PLACES) for part in text.replace("，", ",").split(","))
    except ValueError:
        return None
    return [lon, lat] if math.isfinite(lon + lat) and abs(lon) <= 180 and abs(lat) <= 90 else None


def point_text(lon: float, lat: float) -> str:
    return f"{lon:.{PLACES}f},{lat:.{PLACES}f}"
