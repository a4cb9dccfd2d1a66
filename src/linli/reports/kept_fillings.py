"""The fillings of forms as they are kept: numbered, with every figure as it was, and handed out again the same."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from linli.ground.chain import canonical, seal_mac
from linli.ground.clock import utc_text
from linli.ground.sentence import Sentence
from linli.ground.text import msg
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.command import Refused
from linli.matters.sealing import key
from linli.paper.form.complaint import Complaint
from linli.paper.form.filling import fill
from linli.place.models import Unit
from linli.place.tree import path_of
from linli.reports.filling import Shown, drawn, values_of
from linli.reports.models import Filling, OwnForm
from linli.reports.numbers import numbered
from linli.reports.own_forms import SEE, book_of, locked, newest, refuse_put_away
from linli.tally.asking import catch_up
from linli.tally.periods import Period

ALTERED = msg("filling {number}: the figures are not those that were filled in")

LETTERS = "TB"
NOT_BELOW = msg("“{title}” is a form of {unit}. Choose {unit} itself or a unit below it.")
NOTHING = msg("Nothing is bound in “{title}” yet. Choose cells and say what they show first.")


class Contradicted(Exception):
    """The form is not filled: these sentences speak against it."""

    def __init__(self, complaints: Sequence[Complaint]) -> None:
        super().__init__(f"{len(complaints)} complaints")
        self.complaints = tuple(complaints)


def fill_for(form: OwnForm, *, unit: Unit, period: Period, who: Viewer, at: datetime) -> Filling:
    """Fill the newest version and keep what it shows. Raises Http404, Refused, Contradicted."""
    by = access.posting_at(who, SEE, unit)
    if by is None:
        raise Http404(unit.code)
    refuse_beyond(form, unit)
    catch_up()
    with transaction.atomic():
        refuse_put_away(locked(form))
        version = newest(form)
        found = drawn(version, unit=unit, period=period)
        if found.complaints:
            raise Contradicted(found.complaints)
        if not found.cells:
            raise Refused(_(NOTHING).format(title=form.title))
        filling = Filling(
            number=numbered(f"form.{unit.pk}", LETTERS, unit=unit, at=at),
            version=version,
            unit=unit,
            period=period.name,
            filled_by_id=by.post_id,
            cut_at=at,
            cells=msgspec.json.encode(found.cells).decode(),
        )
        filling.digest = digest_of(filling)
        filling.save(force_insert=True)
        return filling


def refuse_beyond(form: OwnForm, unit: Unit) -> None:
    if path_of(unit)[form.unit.level - 1] != form.unit_id:
        raise Refused(_(NOT_BELOW).format(title=form.title, unit=form.unit.label))


def fillings(who: Viewer) -> QuerySet[Filling]:
    """Those for the units whose matters the viewer sees, newest first."""
    reach = Q(pk=None)
    for post in who.posts_for(SEE):
        reach |= Q(**{f"unit__unit_{post.level}": post.unit_id})
    return Filling.objects.filter(reach).select_related("unit", "version__form__unit", "filled_by__user")


def find(who: Viewer, number: str) -> Filling:
    """Raises Http404 alike when it is missing and when it is not theirs to see."""
    filling = fillings(who).filter(number=number).first()
    if filling is None:
        raise Http404(number)
    return filling


def cells_of(filling: Filling) -> tuple[Shown, ...]:
    return msgspec.json.decode(filling.cells, type=tuple[Shown, ...])


def file_of(filling: Filling) -> bytes | None:
    """The filled file as it was handed out; None when what is kept was altered since."""
    if digest_of(filling) != filling.digest:
        return None
    book = book_of(filling.version)
    return fill(book, values_of(book, cells_of(filling)))


def digest_of(filling: Filling) -> str:
    """Over every figure and whose they are: nobody without the key can make another."""
    told = {
        "number": filling.number,
        "file": filling.version.digest,
        "unit": filling.unit_id,
        "period": filling.period,
        "cut": utc_text(filling.cut_at),
        "cells": filling.cells,
    }
    return seal_mac(canonical(told), key=key())


def altered() -> Iterator[Sentence]:
    """What verify says of each filling that is not as it was kept."""
    for filling in Filling.objects.select_related("version").order_by("pk").iterator():
        if digest_of(filling) != filling.digest:
            yield Sentence(ALTERED, number=filling.number)
