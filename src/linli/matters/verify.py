"""Fold every timeline again, check chain, words, files and seals; name the first thing that is wrong."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import TypeVar

import msgspec
from django.db import connection, transaction
from django.utils.translation import gettext as _

from linli.ground.chain import GENESIS, words_digest
from linli.ground.seal import CannotOpen
from linli.ground.sentence import Sentence
from linli.ground.text import msg
from linli.matters import frequent, inventory, recounting, reindexing, sealing, words
from linli.matters.kind import kind_named
from linli.matters.models import Duty, Event, Mark, Matter, PaperCode, Standing, Tie, Words
from linli.matters.standing import duty_rows, mark_rows, paper_rows, tie_rows
from linli.matters.state import State
from linli.matters.timeline import Timeline, Told, fold, hash_of
from linli.place.models import Unit
from linli.place.tree import COLUMNS

T = TypeVar("T")
AT_ONCE = 500
OF_THE_TABLE = frozenset({"phase", "clock", "due_at"})
"""Columns that a kind's stages give: a row judged under an older table holds what that one gave."""
Beside = Callable[[], Iterable[Sentence]]

BESIDE: list[Beside] = []
OF_A_MATTER = msg("{number} event {seq}: {what}")
ROW = msg("the row's {name} is not what the timeline gives")
GONE = msg("the words of {name} are gone without an erasure, or back")
OTHERWISE = msg("the words of {name} are not as they were written")
NOT_SEARCHED = msg("it is not searched by what its words say: ./linli search rebuild makes it so")
NOT_INDEXED = msg("{count} matters are not in the index of the search: ./linli search rebuild puts them in")
SURPLUS = msg(
    "the index of the search holds {count} grams that no text has: ./linli search rebuild --anew makes it anew"
)
UNSEEN = msg(
    "who sees what is not what the duties give, in {beyond} rows and {sums} counts: ./linli seen rebuild makes it so"
)
MISCOUNTED = msg(
    "{count} frequent words are kept with other numbers than the index holds: ./linli seen rebuild makes it so"
)
SHOWN = ("seq", "fact", "payload", "digests", "at", "user_id", "behalf_id", "post_id", "request", "hash")


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it was written: which matter, at which event, what."""

    number: str
    seq: int
    what: Sentence

    def __str__(self) -> str:
        what = _(self.what.msgid).format(**self.what.words)
        return _(OF_A_MATTER).format(number=self.number, seq=self.seq, what=what) if self.number else what


@dataclass(frozen=True)
class Outcome:
    """What verify found."""

    matters: int
    events: int
    differences: tuple[Difference, ...]
    head: str
    """One digest over the heads of all timelines: two ledgers that say the same one hold the same events."""


def look_at_too(beside: Beside) -> None:
    """Let a room above name what of its own is not as it was written."""
    BESIDE.append(beside)


def verify() -> Outcome:
    """Check the whole ledger, a few hundred matters at a time."""
    matters = events = 0
    heads = sha256()
    found: list[Difference] = []
    last = 0
    while True:
        with _standing_still():
            rows = list(Matter.objects.filter(pk__gt=last).order_by("pk")[:AT_ONCE])
            told = _told([row.pk for row in rows])
            wrong = list(_check_batch(rows, told))
            found += wrong or [
                Difference(row.number, row.seq, Sentence(NOT_SEARCHED)) for row in reindexing.wrong(rows)
            ]
        if not rows:
            break
        last, matters = rows[-1].pk, matters + len(rows)
        for row in rows:
            heads.update(f"{row.number} {row.head}\n".encode())
        events += sum(len(line) for line in told.values())
    found += [Difference(*wrong) for wrong in inventory.wrong_files()]
    found += [Difference("", 0, what) for what in sealing.broken_seals()]
    found += [Difference("", 0, Sentence(NOT_INDEXED, count=count))] if (count := reindexing.missing()) else []
    found += [Difference("", 0, Sentence(SURPLUS, count=count))] if (count := reindexing.surplus()) else []
    beyond, sums = recounting.strayed()
    found += [Difference("", 0, Sentence(UNSEEN, beyond=beyond, sums=sums))] if beyond or sums else []
    found += [Difference("", 0, Sentence(MISCOUNTED, count=count))] if (count := frequent.miscounted()) else []
    found += [Difference("", 0, what) for beside in BESIDE for what in beside()]
    return Outcome(matters, events, tuple(found), heads.hexdigest())


@contextmanager
def _standing_still() -> Iterator[None]:
    """One picture of a batch while the desk goes on writing: else its newest words would look like a difference."""
    alone = not connection.in_atomic_block
    with transaction.atomic():
        if alone and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def _told(ids: Iterable[int]) -> dict[int, list[Told]]:
    rows = Event.objects.filter(matter_id__in=ids).order_by("matter_id", "seq").values_list("matter_id", *SHOWN)
    return {pk: [Told(*row[1:]) for row in line] for pk, line in groupby(rows, key=lambda row: row[0])}


def _check_batch(rows: list[Matter], told: dict[int, list[Told]]) -> Iterator[Difference]:
    ids = [row.pk for row in rows]
    said: dict[int, list[Words]] = {pk: [] for pk in ids}
    for word in Words.objects.filter(matter_id__in=ids):
        said[word.matter_id].append(word)
    stored = Stored(ids)
    for row in rows:
        yield from _check(row, told.get(row.pk, []), said[row.pk], stored)


class Stored:
    """What is kept beside the rows of one batch: standing, duties, marks, ties, codes of papers, paths."""

    def __init__(self, ids: list[int]) -> None:
        self.standing = dict(Standing.objects.filter(pk__in=ids).values_list("pk", "state"))
        duties = Duty.objects.filter(matter_id__in=ids)
        self.duties = {(duty.matter_id, duty.place): _duty(duty) for duty in duties}
        self.marks = {(mark.matter_id, mark.name): _mark(mark) for mark in Mark.objects.filter(matter_id__in=ids)}
        self.ties = {(tie.matter_id, tie.place): _tie(tie) for tie in Tie.objects.filter(matter_id__in=ids)}
        codes = PaperCode.objects.filter(matter_id__in=ids)
        self.codes = {(code.matter_id, code.place): (code.digest,) for code in codes}
        self.paths = {pk: path for pk, *path in Unit.objects.values_list("pk", *COLUMNS)}


def _check(row: Matter, told: list[Told], said: list[Words], stored: Stored) -> Iterator[Difference]:
    if (broken := first_broken(row.number, told)) is not None:
        yield broken
        return
    try:
        line = fold(kind_named(row.kind), number=row.number, events=told)
    except Exception as error:
        yield Difference(row.number, 0, Sentence(msg("the timeline cannot be folded: {error}"), error=error))
        return
    line.matter_id = row.pk
    if row.judged_under != line.kind.table or row.turns_at in line.turns():
        line.state.turns_at = row.turns_at
    yield from _against_row(row, line, stored)
    yield from _against_words(row, told, said, line)


def first_broken(number: str, told: Sequence[Told]) -> Difference | None:
    """Where the chain of a timeline breaks first."""
    prev = GENESIS
    for place, event in enumerate(told, start=1):
        if event.seq != place:
            return Difference(number, place, Sentence(msg("an event is missing from the line")))
        if hash_of(event, number=number, prev=prev) != event.hash:
            return Difference(number, event.seq, Sentence(msg("the event is not as it was written (hash differs)")))
        prev = event.hash
    return None if told else Difference(number, 1, Sentence(msg("the matter has no events")))


def _against_row(row: Matter, line: Timeline, stored: Stored) -> Iterator[Difference]:
    older = OF_THE_TABLE if row.judged_under != line.kind.table else frozenset()
    for name, value in line.row().items():
        if name not in older and getattr(row, name) != value:
            yield Difference(row.number, line.seq, Sentence(ROW, name=name))
    if _as_written_now(stored.standing.get(row.pk, "")) != line.state.written():
        yield Difference(row.number, line.seq, Sentence(msg("the stored state is not what the timeline gives")))
    if [row.unit_1, row.unit_2, row.unit_3, row.unit_4] != stored.paths[row.unit_id]:
        yield Difference(row.number, line.seq, Sentence(msg("the row's place in the unit tree is not its unit's")))
    if {(row.pk, duty.place): _duty(duty) for duty in duty_rows(line)} != _of(row.pk, stored.duties):
        yield Difference(row.number, line.seq, Sentence(msg("the duties are not what the timeline gives")))
    if {(row.pk, mark.name): _mark(mark) for mark in mark_rows(line)} != _of(row.pk, stored.marks):
        yield Difference(row.number, line.seq, Sentence(msg("the marks are not what the timeline gives")))
    if {(row.pk, tie.place): _tie(tie) for tie in tie_rows(line)} != _of(row.pk, stored.ties):
        yield Difference(row.number, line.seq, Sentence(msg("the ties are not what the timeline gives")))
    if {(row.pk, code.place): (code.digest,) for code in paper_rows(line)} != _of(row.pk, stored.codes):
        yield Difference(row.number, line.seq, Sentence(msg("the codes of its papers are not what the timeline gives")))


def _as_written_now(text: str) -> str:
    """A stored state with what was added to states since it was written: a field left empty is no difference."""
    try:
        return State.read(text).written()
    except msgspec.DecodeError:
        return text


def _against_words(row: Matter, told: list[Told], said: list[Words], line: Timeline) -> Iterator[Difference]:
    """Each word answers to its digest in the chain; a word without one, or one lost without erasure, is named."""
    wanted = {(event.seq, name): digest for event in told for name, digest in json.loads(event.digests or "{}").items()}
    erased = set(_erased(line, told))
    kept = {(word.seq, word.field): word for word in said}
    for place in sorted({*wanted, *kept}):
        word = kept.get(place)
        gone = word is None or word.erased_at is not None
        if gone != (place in erased):
            yield Difference(row.number, place[0], Sentence(GONE, name=place[1]))
        elif word is not None and not gone and _digest(word, row.number) != wanted.get(place):
            yield Difference(row.number, place[0], Sentence(OTHERWISE, name=place[1]))
    title = kept.get((line.state.title_seq, "title"))
    if row.title != (title.text if title else ""):
        yield Difference(row.number, line.state.title_seq, Sentence(msg("the row's title is not what was said")))


def _erased(line: Timeline, told: list[Told]) -> Iterator[tuple[int, str]]:
    for event in told:
        yield from line.kind.fact(event.fact).reread(json.loads(event.payload)).erases()


def _digest(word: Words, number: str) -> str:
    return words_digest({word.field: _text(word, number)}, salts={word.field: word.salt})[word.field]


def _text(word: Words, number: str) -> str:
    if word.sealed is None:
        return word.text
    try:
        return words.keyring().open(bytes(word.sealed), bound=words.bound(number, word.seq, word.field))
    except CannotOpen:
        return ""


def _duty(duty: Duty) -> tuple[object, ...]:
    return (duty.role, duty.unit_id, duty.user_id, duty.from_at, duty.until_at)


def _mark(mark: Mark) -> tuple[object, ...]:
    return (mark.sort, mark.at, mark.provisional)


def _tie(tie: Tie) -> tuple[object, ...]:
    return (tie.sort, tie.number, tie.from_at, tie.until_at)


def _of(pk: int, rows: Mapping[tuple[int, T], tuple[object, ...]]) -> dict[tuple[int, T], tuple[object, ...]]:
    return {place: row for place, row in rows.items() if place[0] == pk}
