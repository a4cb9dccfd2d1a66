"""By which number a matter is known where it came from, and what is known there by a number."""

import re

from linli.matters.models import Matter, Taken, Taking

NUMBER = re.compile(r"(?=.*\d)[\w/.-]{4,64}", re.ASCII)
OF_SOMEBODY = re.compile(r"1[3-9]\d{9}|\d{15}|\d{17}[\dXx]")
"""A mobile telephone or an identity card: whatever a list took for its number, these are not shown as one, and nobody
is looked for by them."""
MOST = 50


def known_as(matter: Matter) -> tuple[str, str] | None:
    """Where it came from, and its number there."""
    known = Taken.objects.filter(pk=matter.pk).values_list("source", "external").first()
    return None if known is None or OF_SOMEBODY.fullmatch(known[1]) else known


def known_there(text: str) -> list[str]:
    """The numbers here of whatever bears this number elsewhere; what may be seen of it the caller asks."""
    text = text.strip()
    if not NUMBER.fullmatch(text) or OF_SOMEBODY.fullmatch(text):
        return []
    sources = list(Taking.objects.order_by().values_list("source", flat=True).distinct())
    rows = Taken.objects.filter(source__in=sources, external=text) if sources else Taken.objects.none()
    return list(rows.values_list("matter__number", flat=True)[:MOST])
