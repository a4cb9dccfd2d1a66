"""Taking whole histories of matters into the ledger in sets, by the rules of the gate; what came in before is seen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice

from django.db import transaction
from django.utils import timezone

from linli.matters.copying import copy_in
from linli.matters.crew import Alone, Crew
from linli.matters.giving_way import Way
from linli.matters.incoming import Row
from linli.matters.indexing import put_in, settle
from linli.matters.kind import Kind, kind_named
from linli.matters.mending import mend
from linli.matters.models import Matter
from linli.matters.plain_rows import TABLES
from linli.matters.preparing import Prepared, Preparer, paths, preparer
from linli.matters.surveying import survey_what_grew
from linli.matters.taken import Taking
from linli.matters.together import counted_together
from linli.matters.weighing import Weighed, as_wrong, chunks, weigh
from linli.place.tree import keep_still
from linli.policy.numbering import take_block
from linli.staff.posts import Held, as_held

__all__ = ["Progress", "TakenElsewhere", "Weighed", "begin_taking", "take_in", "weigh"]


class TakenElsewhere(Exception):
    """Another process goes on with the same taking."""


@dataclass(frozen=True)
class Progress:
    """How far a taking got with one more chunk, and the rows of that chunk that were refused."""

    taking: Taking
    wrong: tuple[Weighed, ...]


def begin_taking(
    kind: Kind, *, source: str, by: Held, at: datetime, digest: str, file: str = "", profile: str = ""
) -> Taking:
    """The taking of a file: a new one, or the one by the same user of the same content that was cut off."""
    same = {"kind": kind.name, "source": source, "digest": digest, "user_id": by.user_id, "post_id": by.post_id}
    found = Taking.objects.filter(**same, finished_at=None).order_by("-pk").first()
    return found or Taking.objects.create(**same, file=file, profile=profile, begun_at=at)


def take_in(taking: Taking, rows: Iterable[Row], *, hands: int = 0) -> Iterator[Progress]:
    """Write the rows, chunk after chunk, from the bookmark on: the caller always gives all rows of the file, in order.

    Each chunk is one transaction, which moves the bookmark too. What is wrong is passed over and told. All of it is
    dated as it was begun, so that one cut off and gone on with is as one that never was. `hands`: how many processes
    prepare beside this one, for a caller who has no others and is in no transaction.
    """
    left, way = chunks(islice(rows, taking.rows, None)), Way()
    while not taking.finished_at:
        known = _preparer(taking)
        crew = Crew(known, hands=hands) if hands else Alone(known)
        for chunk, prepared in crew.each(left):
            wrong = _written(taking, prepared, known, crew)
            if wrong is None:
                left = chain([chunk], crew.stop(), left)
                break
            yield Progress(taking, wrong)
            way.give()
        else:
            _finish(taking)


def _finish(taking: Taking) -> None:
    taking.finished_at = timezone.now()
    taking.save(update_fields=["finished_at"])
    settle()
    survey_what_grew()


def _preparer(taking: Taking) -> Preparer:
    by = as_held(taking.post, user=taking.user)
    return preparer(kind_named(taking.kind), by=by, at=taking.begun_at, source=taking.source, taking=taking.pk)


def _written(taking: Taking, prepared: Prepared, known: Preparer, crew: Alone) -> tuple[Weighed, ...] | None:
    """The rows of the chunk that were wrong; None where the ledger went on beside it, so it is to be prepared anew."""
    with transaction.atomic():
        _lock(taking)
        if not _still_fits(prepared, known):
            transaction.set_rollback(True)
            return None
        with counted_together([matter for matter, *_more in prepared.rows[Matter]]):
            for table, columns in TABLES.items():
                copy_in(table, columns, prepared.rows[table])
                crew.attend()
        put_in(prepared.searched)
        mended = mend(prepared.mendings, known)
        wrong = [*prepared.wrong, *mended.wrong]
        _move_on(taking, prepared, changed=len(mended.said), wrong=len(wrong))
    return tuple(as_wrong(wrong))


def _lock(taking: Taking) -> None:
    if Taking.objects.select_for_update().get(pk=taking.pk).rows != taking.rows:
        raise TakenElsewhere(str(taking))


def _still_fits(prepared: Prepared, known: Preparer) -> bool:
    """Whether nobody gave the numbers away or moved a unit since; takes the numbers, and keeps the units still."""
    units = prepared.units
    keep_still(units)
    if any(path != known.paths[unit] for unit, path in paths(units).items()):
        return False
    series = known.kind.series
    before, last = prepared.before, prepared.last
    return all(take_block(series, year=year, after=before[year], until=until) for year, until in last.items())


def _move_on(taking: Taking, prepared: Prepared, *, changed: int, wrong: int) -> None:
    """Only in hand where the transaction is taken back: then nothing goes on from here."""
    taking.rows += prepared.good + prepared.already + changed + wrong
    taking.good += prepared.good
    taking.already += prepared.already
    taking.changed += changed
    taking.wrong += wrong
    taking.save(update_fields=["rows", "good", "already", "changed", "wrong"])
