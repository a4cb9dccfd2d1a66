"""Mappings kept under a name by the units, and the one that fits a list by its headings."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import TypeVar

import msgspec
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from linli.ground.text import msg, tidy
from linli.matters.access import Viewer
from linli.matters.command import Refused
from linli.matters.kind import kind_named
from linli.sheets.mapping import LARGEST, Mapping, from_toml, to_toml
from linli.sheets.models import Profile
from linli.sheets.names import named
from linli.sheets.sentences import only_words
from linli.staff.posts import Held

NO_NAME = msg("Give the mapping a name of at most {most} characters.")
TOO_MUCH = msg("This mapping is too long to be kept under a name. Say in it what fewer words stand for.")
LONGEST = 80
One = TypeVar("One")


def profiles(who: Viewer, *, kind: str) -> QuerySet[Profile]:
    """Those of the own units, of the units below and of those above, which hand theirs down."""
    reach = Q(pk=None)
    for post in who.posts_for("import"):
        reach |= Q(**{f"unit__unit_{post.level}": post.unit_id}) | Q(unit__in=[pk for pk in post.path if pk])
    return Profile.objects.filter(reach, kind=kind).select_related("unit")


def keep(mapping: Mapping, *, name: str, by: Held, at: datetime, telling: Collection[str] = frozenset()) -> Profile:
    """Under this name, in place of what was kept under it before; of its words only what is one. Raises Refused.

    `telling`: the headings below which sentences stand.
    """
    name = tidy(name[: 10 * LONGEST])
    if not name or len(name) > LONGEST:
        raise Refused(_(NO_NAME).format(most=LONGEST))
    words = only_words(mapping, telling=telling, named=named(kind_named(mapping.kind)))
    if len(written := to_toml(msgspec.structs.replace(words, name=name))) > LARGEST:
        raise Refused(_(TOO_MUCH))
    told = {"kind": mapping.kind, "told": written, "kept_by_id": by.post_id, "kept_at": at}
    kept, _new = Profile.objects.update_or_create(unit_id=by.unit_id, title=name, defaults=told)
    return kept


def fitting(found: Iterable[Profile], *, heads: Iterable[str]) -> Profile | None:
    """The one all of whose headings are in the list; of several the one that names most."""
    return naming_most([(one.kept_at, one, from_toml(one.told)) for one in found], heads=heads)


def naming_most(told: Iterable[tuple[datetime, One, Mapping]], *, heads: Iterable[str]) -> One | None:
    """Of those all of whose headings are in the list the one that names most; of as many the latest."""
    there = set(heads)
    named = [(at, one, heads_of(mapping)) for at, one, mapping in told]
    fit = [(len(heads), at, one) for at, one, heads in named if heads and heads <= there]
    return max(fit, key=lambda told: told[:2])[2] if fit else None


def heads_of(mapping: Mapping) -> set[str]:
    """From which anything is filled."""
    return {head for column in mapping.columns.values() for head in column.heads}
