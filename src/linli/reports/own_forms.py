"""Keeping the office's own forms: whose one sees, a new one, a new file for it, and what is bound in it."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

import msgspec
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from linli.ground.text import msg, tidy
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.words import keyring
from linli.paper.form import book as books
from linli.paper.form.archive import Unfit
from linli.paper.form.binding import Binding
from linli.paper.form.book import Book
from linli.place.models import Unit
from linli.reports.models import OwnForm, Version
from linli.staff.posts import Held

KEEP, SEE = "tally", "see"
TITLE, FILE_NAME = 80, 200
MOST_BINDINGS = 200
NO_TITLE = msg("Give the form a name of at most {most} characters.")
TAKEN = msg("There is already a form “{title}” of this unit. Take another name, or give that form the new file.")
AWAY = msg("“{title}” was put away and is filled no more. Take it back first.")
TOO_MANY = msg("A form can have at most {most} bindings. Bind blocks instead of single cells.")


def forms(who: Viewer) -> QuerySet[OwnForm]:
    """The forms of the units whose matters one sees, and of the units above those, which send them down."""
    reach = Q(pk=None)
    for post in who.posts_for(SEE):
        reach |= Q(**{f"unit__unit_{post.level}": post.unit_id}) | Q(unit__in=[pk for pk in post.path if pk])
    return OwnForm.objects.filter(reach).select_related("unit")


def find(who: Viewer, pk: int) -> OwnForm:
    """Raises Http404 alike when it is missing and when it is not theirs to see."""
    form = forms(who).filter(pk=pk).first()
    if form is None:
        raise Http404(str(pk))
    return form


def may_keep(who: Viewer, unit: Unit) -> Held | None:
    """The post with which the viewer may keep forms of this unit."""
    return access.posting_at(who, KEEP, unit)


def newest(form: OwnForm) -> Version:
    return form.versions.select_related("form").latest("number")


@transaction.atomic
def keep(title: str, *, unit: Unit, file_name: str, data: bytes, who: Viewer, at: datetime) -> OwnForm:
    """A new form with its first version. Raises NotAllowed, Refused, Unfit."""
    by, title = _keeping(who, unit), tidy(title, limit=10 * TITLE)
    if not title or len(title) > TITLE:
        raise Refused(_(NO_TITLE).format(most=TITLE))
    if OwnForm.objects.filter(unit=unit, title=title).exists():
        raise Refused(_(TAKEN).format(title=title))
    books.opened(data)
    form = OwnForm.objects.create(title=title, unit=unit, kept_by_id=by.post_id, kept_at=at)
    _add(form, number=1, file_name=file_name, data=data, bindings="[]", by=by, at=at)
    return form


@transaction.atomic
def renew(form: OwnForm, *, file_name: str, data: bytes, who: Viewer, at: datetime) -> Version:
    """The next version with another file; what was bound stays bound where the cells still are."""
    by, form = _keeping(who, form.unit), locked(form)
    books.opened(data)
    before = newest(form)
    return _add(form, number=before.number + 1, file_name=file_name, data=data, bindings=before.bindings, by=by, at=at)


@transaction.atomic
def bind(form: OwnForm, binding: Binding, *, who: Viewer, at: datetime) -> Version:
    """Bind a cell or block; one that is bound already is bound anew."""
    kept = [one for one in bindings_of(newest(form)) if (one.sheet, one.cells) != (binding.sheet, binding.cells)]
    return _bound(form, [*kept, binding], who=who, at=at)


@transaction.atomic
def release(form: OwnForm, *, sheet: str, cells: str, who: Viewer, at: datetime) -> Version:
    """Let a cell or block be as it is."""
    kept = [one for one in bindings_of(newest(form)) if (one.sheet, one.cells) != (sheet, cells)]
    return _bound(form, kept, who=who, at=at)


@transaction.atomic
def put_away(form: OwnForm, *, away: bool, who: Viewer, at: datetime) -> OwnForm:
    """Fill it no more, or again; nothing is deleted."""
    _keeping(who, form.unit)
    form = locked(form)
    form.put_away_at = at if away else None
    form.save(update_fields=["put_away_at"])
    return form


def bindings_of(version: Version) -> tuple[Binding, ...]:
    return msgspec.json.decode(version.bindings, type=tuple[Binding, ...])


def file_of(version: Version) -> bytes:
    """The file as it came."""
    return keyring().open_bytes(bytes(version.sealed), bound=_bound_to(version.digest))


def book_of(version: Version) -> Book:
    """The file, read; the last few are remembered."""
    return _opened(version.pk, version.digest)


def refuse_put_away(form: OwnForm) -> None:
    if form.put_away_at:
        raise Refused(_(AWAY).format(title=form.title))


def sentence_of(unfit: Unfit) -> str:
    return _(str(unfit))


@lru_cache(maxsize=8)
def _opened(pk: int, _digest: str) -> Book:
    return books.opened(file_of(Version.objects.get(pk=pk)))


def _bound(form: OwnForm, bindings: Sequence[Binding], *, who: Viewer, at: datetime) -> Version:
    """Write what is bound: into the newest version, or into the next one where it was filled already."""
    by, form = _keeping(who, form.unit), locked(form)
    if len(bindings) > MOST_BINDINGS:
        raise Refused(_(TOO_MANY).format(most=MOST_BINDINGS))
    version, told = newest(form), msgspec.json.encode(bindings).decode()
    if version.fillings.exists():
        data = file_of(version)
        return _add(
            form, number=version.number + 1, file_name=version.file_name, data=data, bindings=told, by=by, at=at
        )
    version.bindings = told
    version.save(update_fields=["bindings"])
    return version


def _add(form: OwnForm, *, number: int, file_name: str, data: bytes, bindings: str, by: Held, at: datetime) -> Version:
    digest = hashlib.sha256(data).hexdigest()
    return Version.objects.create(
        form=form,
        number=number,
        file_name=tidy(file_name, limit=10 * FILE_NAME)[-FILE_NAME:],
        sealed=keyring().shut_bytes(data, bound=_bound_to(digest)),
        digest=digest,
        bindings=bindings,
        made_by_id=by.post_id,
        made_at=at,
    )


def _bound_to(digest: str) -> str:
    return f"forms|{digest}"


def _keeping(who: Viewer, unit: Unit) -> Held:
    if by := may_keep(who, unit):
        return by
    raise NotAllowed(KEEP)


def locked(form: OwnForm) -> OwnForm:
    return OwnForm.objects.select_for_update(of=("self",)).select_related("unit").get(pk=form.pk)
