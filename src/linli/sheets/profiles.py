"""Mappings kept under a name by the units or remembered of a list, and the one that fits a list by its headings."""

from collections.abc import Collection, Iterable
from datetime import datetime

import msgspec
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from linli.ground.text import msg, tidy
from linli.matters.access import Viewer
from linli.matters.command import Refused
from linli.sheets.mapping import LARGEST, Filled, Mapping, from_json, from_toml, to_toml
from linli.sheets.models import Delivery, Profile
from linli.sheets.sentences import only_words
from linli.staff.posts import Held

NO_NAME = msg("Give the mapping a name of at most {most} characters.")
TOO_MUCH = msg("This mapping is too long to be kept under a name. Say in it what fewer words stand for.")
LONGEST, LOOKED_BACK = 80, 20


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
    named = msgspec.structs.replace(only_words(mapping, telling=telling), name=name)
    if len(written := to_toml(named)) > LARGEST:
        raise Refused(_(TOO_MUCH))
    told = {"kind": mapping.kind, "told": written, "kept_by_id": by.post_id, "kept_at": at}
    kept, _new = Profile.objects.update_or_create(unit_id=by.unit_id, title=name, defaults=told)
    return kept


def fitting(found: Iterable[Profile], *, heads: Iterable[str]) -> Profile | None:
    """The one all of whose headings are in the list; of several the one that names most."""
    there = set(heads)
    named = [(one, _heads(from_toml(one.told))) for one in found]
    fit = [(len(heads), one.kept_at, one) for one, heads in named if heads and heads <= there]
    return max(fit, key=lambda told: told[:2])[2] if fit else None


def remembered(who: Viewer, *, kind: str, heads: Iterable[str]) -> Mapping:
    """How their last list of these headings was read that was taken in, with what its words stood for.

    What was said of all its rows was said of that one file. Nothing of a unit at which they have no post any more.
    """
    there = set(heads)
    units = {post.unit_id for post in who.posts_for("import")}
    taken = Delivery.objects.filter(user=who.user, unit__in=units, kind=kind, taking__isnull=False)
    for told in taken.order_by("-pk").values_list("mapping", flat=True)[:LOOKED_BACK]:
        mapping = only_words(from_json(told))
        if (named := _heads(mapping)) and named <= there:
            read = {name: Filled(one.heads, one.words, one.form) for name, one in mapping.columns.items() if one.heads}
            return msgspec.structs.replace(mapping, name="", columns=read)
    return Mapping()


def _heads(mapping: Mapping) -> set[str]:
    return {head for column in mapping.columns.values() for head in column.heads}
