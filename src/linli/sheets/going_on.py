"""Taking a file in, piece by piece: a page that is looked at goes on, the tick goes on when nobody looks."""

import hashlib
import logging
import time
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.matters.command import Refused
from linli.matters.kind import kind_named
from linli.matters.taken import Taking
from linli.matters.taking_in import TakenElsewhere, begin_taking, take_in
from linli.policy.calendar import calendar
from linli.sheets.delivering import ACT, LASTS, SOURCE, mapping_of, opened, weight_of
from linli.sheets.mapping import from_json, to_json, without_words
from linli.sheets.models import Delivery
from linli.sheets.reading import read_all
from linli.sheets.weighing import rows_of
from linli.staff.posts import Held, allows, held

log = logging.getLogger(__name__)
A_LOOK, A_BEAT = 1.5, 20.0
"""For how many seconds a page that is looked at goes on, and for how many the tick."""
BUSY = timedelta(seconds=90)
NOT_WEIGHED = msg("The mapping was changed. Run the trial again, then take the rows in.")
NOTHING = msg("There is no row to take in: every row is here already or wrong.")
BEGUN = msg("This file is being taken in already.")


def begin(delivery: Delivery, *, by: Held, at: datetime) -> None:
    """From here on it is taken in, whoever goes on with it. Raises Refused."""
    weight = weight_of(delivery)
    if delivery.taking_id:
        raise Refused(_(BEGUN))
    if weight is None:
        raise Refused(_(NOT_WEIGHED))
    if not weight.good:
        raise Refused(_(NOTHING))
    source = mapping_of(delivery).source or SOURCE
    delivery.taking = begin_taking(
        kind_named(delivery.kind), source=source, by=by, at=at, digest=digest_of(delivery), file=delivery.file_name
    )
    delivery.save(update_fields=["taking"])
    log.info("taking in of %s rows begun, file %s, post %s", weight.total, delivery.digest, by.post_id)


def digest_of(delivery: Delivery) -> str:
    """Of the file and of how it is read: read otherwise, its rows are others."""
    return hashlib.sha256(f"{delivery.digest}|{delivery.mapping}".encode()).hexdigest()


def go_on(delivery: Delivery, *, at: datetime, seconds: float = A_LOOK) -> int:
    """Take in as much as fits into the time; how many rows.

    Nothing while somebody else is at it, when it is done, or while who began it may not do it any more.
    """
    if delivery.taking is None or delivery.finished_at or not _may_still(delivery.taking, at=at):
        return 0
    if not _seized(delivery):
        return 0
    taking, before = delivery.taking, delivery.taking.rows
    try:
        is_done = _worked(delivery, until=time.monotonic() + seconds)
    except TakenElsewhere:
        is_done = False
    finally:
        Delivery.objects.filter(pk=delivery.pk).update(busy_until=None)
    taking.refresh_from_db()
    if is_done:
        delivery.finished_at = at
        delivery.save(update_fields=["finished_at"])
        rows, wrong = taking.rows + delivery.unread, taking.wrong + delivery.unread
        log.info("taking in of file %s done: %s rows, %s wrong", delivery.digest, rows, wrong)
    return taking.rows - before


def go_on_with_all(*, at: datetime) -> int:
    """The tick: what a page began and nobody looks at, the oldest first; together they hold it up no longer than one.

    One that cannot be gone on with stops no other.
    """
    rows, until = 0, time.monotonic() + A_BEAT
    left = Delivery.objects.filter(finished_at=None, taking__isnull=False, let_go_at=None)
    for delivery in left.order_by("handed_at", "pk")[:20]:
        if (seconds := until - time.monotonic()) <= 0:
            break
        try:
            rows += go_on(delivery, at=at, seconds=seconds)
        except Exception:
            log.exception("file %s cannot be taken in", delivery.digest)
    return rows


def is_stuck(delivery: Delivery, *, at: datetime) -> bool:
    """Whether it was begun and nobody can go on: the file was let go, or who began it may not do it any more."""
    if delivery.taking is None or delivery.finished_at:
        return False
    return delivery.let_go_at is not None or not _may_still(delivery.taking, at=at)


def leave(delivery: Delivery, *, at: datetime) -> None:
    """Nothing of it is taken in; the file goes at once."""
    _empty(Delivery.objects.filter(pk=delivery.pk, taking=None), let_go_at=at, finished_at=at)


def let_go(*, at: datetime) -> int:
    """The files that were handed over long ago, with what was quoted of them; that they came stays."""
    late = Delivery.objects.filter(let_go_at=None, handed_at__lte=at - LASTS)
    return _empty(late, let_go_at=at)


def _empty(rows: QuerySet[Delivery], **moments: datetime) -> int:
    """Without the file and all that was quoted of its cells; how many."""
    let = 0
    for pk, told in list(rows.values_list("pk", "mapping")):
        mapping = to_json(without_words(from_json(told)))
        let += rows.filter(pk=pk).update(sealed=None, weighed=None, mapping=mapping, **moments)
    return let


def _may_still(taking: Taking, *, at: datetime) -> bool:
    """Whether who began it still holds that post, which still may take lists in and open such matters."""
    on, opening = day_of(at, zone=calendar().zone), kind_named(taking.kind).opening
    posts = held(taking.user, on=on) if taking.user.is_active else ()
    own = [post for post in posts if post.post_id == taking.post_id]
    return allows(own, ACT) and allows(own, opening.act)


def _seized(delivery: Delivery) -> bool:
    """Whether nobody else is at it; from now on we are."""
    now = timezone.now()
    free = Delivery.objects.filter(Q(busy_until=None) | Q(busy_until__lt=now), pk=delivery.pk)
    return bool(free.update(busy_until=now + BUSY))


def _worked(delivery: Delivery, *, until: float) -> bool:
    """Whether all of it is taken in now."""
    assert delivery.taking is not None
    table, reading = opened(delivery)
    for _progress in take_in(delivery.taking, rows_of(read_all(table, reading))):
        if time.monotonic() > until:
            break
    return delivery.taking.finished_at is not None
