"""A file that was handed over: who may, how it is kept, looked at, read by a mapping and weighed."""

import hashlib
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from uuid import UUID

import msgspec
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from linli.ground.text import msg, tidy
from linli.matters.access import Viewer
from linli.matters.commands import NotAllowed
from linli.matters.incoming import Incoming
from linli.matters.kind import Kind, kind_named, kinds
from linli.matters.words import keyring
from linli.paper.rows import table as tables
from linli.paper.rows.row import Unreadable
from linli.paper.rows.table import Layout, Table
from linli.policy.calendar import calendar
from linli.sheets.mapping import NO_TOML, BadMapping, Mapping, from_json, from_toml, to_json
from linli.sheets.models import Delivery
from linli.sheets.profiles import fitting, profiles
from linli.sheets.proposing import knows, proposed
from linli.sheets.reading import Reader, reader
from linli.sheets.remembering import as_then, last_like
from linli.sheets.sentences import telling
from linli.sheets.weighing import Weight, weighed
from linli.staff.acts import roles_for
from linli.staff.posts import Held

ACT = "import"
LASTS = timedelta(days=7)
"""How long a file is kept that was handed over: until then its wrong rows can be fetched."""
SOURCE = "upstream"
OTHER_KIND = msg("This mapping is for lists of “{kind}”, and this is one of “{own}”. Choose another mapping.")
NOT_OF_THESE = msg("None of the headings that this mapping names stands in this list. Choose another mapping.")


def receiving() -> list[Kind]:
    """The kinds whose matters can come in from a list."""
    return [kind for kind in kinds() if kind.incoming]


def incoming_of(kind: Kind) -> Incoming:
    if kind.incoming is None:
        raise Http404(kind.name)
    return kind.incoming


def post_for(who: Viewer, kind: Kind) -> Held:
    """The widest post with which the viewer may take lists in and open such matters. Raises NotAllowed."""
    posts = [post for post in who.posts_for(ACT) if post.role in roles_for(kind.opening.act)]
    if not posts:
        raise NotAllowed(ACT)
    return min(posts, key=lambda post: (post.for_user_id is not None, post.level))


def deliveries(who: Viewer) -> QuerySet[Delivery]:
    """One's own, and those of the units that one audits; without what is in them."""
    reach = Q(user=who.user)
    for post in who.posts_for("audit"):
        reach |= Q(**{f"unit__unit_{post.level}": post.unit_id})
    rows = Delivery.objects.filter(reach).defer("sealed", "weighed")
    return rows.select_related("user", "unit", "taking")


def find(who: Viewer, key: UUID) -> Delivery:
    """One's own. Raises Http404 alike when it is missing and when it is somebody else's."""
    found = deliveries(who).filter(user=who.user, key=key).first()
    if found is None:
        raise Http404(str(key))
    return found


def receive(data: bytes, *, file_name: str, kind: Kind, who: Viewer, at: datetime) -> Delivery:
    """Keep it sealed, with the mapping that fits or is proposed. Raises NotAllowed, Unreadable."""
    by, incoming = post_for(who, kind), incoming_of(kind)
    table = tables.opened(BytesIO(data), known=knows(incoming))
    kept = fitting(profiles(who, kind=kind.name), heads=table.heads)
    last = None if kept else last_like(who, kind=kind.name, heads=table.heads)
    like = from_toml(kept.told) if kept else as_then(last, heads=table.heads) if last else Mapping()
    mapping = laid_out(like, table.layout, kind=kind)
    digest = hashlib.sha256(data).hexdigest()
    return Delivery.objects.create(
        user=who.user,
        post_id=by.post_id,
        unit_id=by.unit_id,
        kind=kind.name,
        file_name=tidy(file_name, limit=2_000)[-200:],
        size=len(data),
        digest=digest,
        sealed=keyring().shut_bytes(data, bound=f"delivery|{digest}"),
        mapping=to_json(proposal(table, kind=kind, like=mapping)),
        like=last,
        handed_at=at,
    )


def proposal(table: Table, *, kind: Kind, like: Mapping) -> Mapping:
    """By its headings and by what stands below them; for what was left unread nothing."""
    heads = [head for head in table.heads if head not in like.left]
    return proposed(heads, incoming=incoming_of(kind), like=like, telling=telling(table, kind))


def laid_out(mapping: Mapping, layout: Layout, *, kind: Kind) -> Mapping:
    told = {"encoding": layout.encoding, "separator": layout.separator, "sheet": layout.sheet, "head": layout.head}
    return msgspec.structs.replace(mapping, kind=kind.name, **told)


def read_anew(delivery: Delivery, layout: Layout) -> None:
    """With another encoding, separator, sheet or row of headings; what was mapped stays where its headings are there.

    Raises Unreadable.
    """
    kind = kind_named(delivery.kind)
    table = tables.opened(file_of(delivery), layout=layout, known=knows(incoming_of(kind)))
    like = laid_out(mapping_of(delivery), table.layout, kind=kind)
    remap(delivery, proposal(table, kind=kind, like=like))


def use(delivery: Delivery, mapping: Mapping, *, table: Table) -> None:
    """Read it by a mapping that was kept, or written down elsewhere."""
    kind = kind_named(delivery.kind)
    delivery.like = None
    delivery.save(update_fields=["like"])
    remap(delivery, proposal(table, kind=kind, like=laid_out(mapping, table.layout, kind=kind)))


def use_written(delivery: Delivery, data: bytes, *, table: Table) -> None:
    """Read it by a mapping as it was downloaded or written for the command line. Raises BadMapping."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadMapping(NO_TOML, why=error) from error
    kind, said = kind_named(delivery.kind), from_toml(text)
    if said.kind and said.kind != kind.name:
        words = {one.name: _(one.plural) for one in receiving()}
        raise BadMapping(OTHER_KIND, kind=words.get(said.kind, said.kind), own=words[kind.name])
    mapping = from_toml(text, incoming=incoming_of(kind))
    if not {head for one in mapping.columns.values() for head in one.heads} & set(table.heads):
        raise BadMapping(NOT_OF_THESE)
    use(delivery, mapping, table=table)


def remap(delivery: Delivery, mapping: Mapping) -> None:
    """What was weighed by another mapping holds no more."""
    told = to_json(mapping)
    if told != delivery.mapping:
        delivery.mapping, delivery.weighed = told, None
        delivery.save(update_fields=["mapping", "weighed"])


def mapping_of(delivery: Delivery) -> Mapping:
    return from_json(delivery.mapping)


def mapping_for_others(delivery: Delivery) -> Mapping:
    """How this one file is written stays out, but for what was chosen by hand: the next file finds its own."""
    mapping = mapping_of(delivery)
    if delivery.let_go_at or delivery.sealed is None:
        return mapping
    told, kind = mapping.layout, kind_named(delivery.kind)
    try:
        found = _found(delivery, Layout())
        chosen = Layout(
            told.encoding if told.encoding != found.encoding else "",
            told.separator if told.separator != found.separator else "",
            told.sheet if told.sheet != found.sheet else "",
        )
        found = found if chosen == Layout() else _found(delivery, chosen)
    except Unreadable:
        return mapping
    return laid_out(mapping, replace(chosen, head=told.head if told.head != found.head else 0), kind=kind)


def _found(delivery: Delivery, layout: Layout) -> Layout:
    """What this says of how the file is written, and the rest as it is found out."""
    known = knows(incoming_of(kind_named(delivery.kind)))
    return tables.opened(file_of(delivery), layout=layout, known=known).layout


def file_of(delivery: Delivery) -> BytesIO:
    """Raises Http404 once it was let go."""
    if delivery.let_go_at or delivery.sealed is None:
        raise Http404(str(delivery.key))
    return BytesIO(keyring().open_bytes(bytes(delivery.sealed), bound=f"delivery|{delivery.digest}"))


def opened(delivery: Delivery) -> tuple[Table, Reader]:
    """The list and what reads its rows. Raises Unreadable, Http404."""
    mapping, incoming = mapping_of(delivery), incoming_of(kind_named(delivery.kind))
    table = tables.opened(file_of(delivery), layout=mapping.layout, known=knows(incoming))
    return table, reader(table, mapping, incoming=incoming, zone=calendar().zone)


def weigh(delivery: Delivery, *, by: Held, at: datetime) -> Weight:
    """Run through it without writing anything of it; what came of it is kept until the mapping changes."""
    table, reading = opened(delivery)
    kind, source = kind_named(delivery.kind), mapping_of(delivery).source or SOURCE
    weight = weighed(table, reading, kind, source=source, by=by, at=at)
    delivery.weighed = keyring().shut_bytes(msgspec.json.encode(weight), bound=f"weighed|{delivery.digest}")
    delivery.unread = weight.unread
    delivery.save(update_fields=["weighed", "unread"])
    return weight


def weight_of(delivery: Delivery) -> Weight | None:
    """What came of weighing it, where it was weighed by the mapping as it is."""
    if delivery.weighed is None:
        return None
    told = keyring().open_bytes(bytes(delivery.weighed), bound=f"weighed|{delivery.digest}")
    return msgspec.json.decode(told, type=Weight, dec_hook=_counted)


def problem_of(unreadable: Unreadable) -> str:
    return _(unreadable.sentence).format(**unreadable.words)


def _counted(sort: type[Counter[str]], told: dict[str, int]) -> Counter[str]:
    """A count of words, which is kept as a plain table."""
    return sort(told)
