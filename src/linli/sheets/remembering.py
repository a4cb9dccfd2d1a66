"""How one's last list with these headings was read: it is proposed for the next one, which says so."""

from collections.abc import Collection, Iterable

import msgspec
from django.utils.translation import gettext as _

from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.matters.access import Viewer
from linli.matters.kind import kind_named
from linli.policy.calendar import calendar
from linli.sheets.mapping import Filled, Mapping, from_json
from linli.sheets.models import Delivery, Profile
from linli.sheets.names import named
from linli.sheets.profiles import heads_of, naming_most
from linli.sheets.sentences import only_words

LOOKED_BACK = 20
SEALED = ("sealed", "weighed")
BY_NAME = msg(
    "Proposed by the kept mapping “{title}” ({unit}), which goes before what is remembered of your own lists."
)
AS_BEFORE = msg(
    "Proposed as your list of {day} with the same headings was read, whose numbers were those of “{source}”."
)
AS_OTHER = msg(
    "Proposed, where the headings are the same, as your list of {day} from “{source}” was read. Other headings of the "
    "two differ: name the source of the numbers of this one."
)


def last_like(who: Viewer, *, kind: str, heads: Collection[str]) -> Delivery | None:
    """Their last list with the very same headings that was taken in, or else the one that fits as a kept mapping does.

    Nothing of a unit at which they have no post any more.
    """
    units = {post.unit_id for post in who.posts_for("import")}
    taken = Delivery.objects.filter(user=who.user, unit__in=units, kind=kind, taking__isnull=False)
    last = taken.defer(*SEALED).order_by("-pk")[:LOOKED_BACK]
    found = [(one.handed_at, one, from_json(one.mapping)) for one in last]
    same = (one for _at, one, mapping in found if _is_of(mapping, heads))
    return next(same, None) or naming_most(found, heads=heads)


def as_then(delivery: Delivery, *, heads: Collection[str]) -> Mapping:
    """How that list was read, with what its words stood for.

    Whose numbers the rows bear is only known of a list with the very same headings, and what was said of all rows was
    said of that one file.
    """
    mapping = only_words(from_json(delivery.mapping), named=named(kind_named(delivery.kind)))
    read = {name: Filled(one.heads, one.words, one.form) for name, one in mapping.columns.items() if one.heads}
    whose = {} if _is_of(mapping, heads) else {"source": "", "zone": ""}
    left = tuple(head for head in mapping.left if head in heads)
    return msgspec.structs.replace(mapping, name="", left=left, columns=read, **whose)


def proposed_by(delivery: Delivery, mapping: Mapping, *, heads: Collection[str], kept: Iterable[Profile]) -> str:
    """By which kept mapping a list is read, or as which of one's own; blank where it is by none."""
    if named := next((one for one in kept if one.title == mapping.name), None):
        return _(BY_NAME).format(title=named.title, unit=named.unit.label)
    if delivery.like_id is None:
        return ""
    like = Delivery.objects.defer(*SEALED).select_related("taking").get(pk=delivery.like_id)
    assert like.taking, "only what was taken in is remembered"
    told = AS_BEFORE if _is_of(from_json(like.mapping), heads) else AS_OTHER
    return _(told).format(day=day_of(like.taking.begun_at, zone=calendar().zone), source=like.taking.source)


def _is_of(mapping: Mapping, heads: Collection[str]) -> bool:
    """Whether it was said of a list with these headings, no more and no fewer."""
    return heads_of(mapping) | set(mapping.left) == set(heads)
