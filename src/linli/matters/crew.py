"""Chunks prepared one after the other: in this process, or by hands beside it while this one writes."""

import gc
import pickle
import signal
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from django.db import connection, connections

from linli.matters.copying import reserve
from linli.matters.incoming import Row
from linli.matters.models import Matter
from linli.matters.preparing import Prepared, Preparer
from linli.matters.weighing import here, number_of

Chunk = list[Row]
COLLECTED = 8
"""After so many chunks a hand looks for circles: a history leaves none behind, so there are next to none."""


class Alone:
    """This process alone."""

    def __init__(self, known: Preparer) -> None:
        self.known = known

    def each(self, left: Iterator[Chunk]) -> Iterator[tuple[Chunk, Prepared]]:
        for chunk in left:
            yield chunk, self._prepared(chunk)

    def _prepared(self, chunk: Chunk) -> Prepared:
        with unwalked():
            told = self.known.tell(chunk, known=here(self.known.source, chunk))
            before, ids = self.known.go_on(told.years), reserve(Matter, len(told.fresh))
            return self.known.numbered(told, before=before, ids=ids)

    def attend(self) -> None:
        """Look after those who wait, if there are any; called again and again while a chunk is written."""

    def stop(self) -> list[Chunk]:
        """End; returns the chunks that were begun and not handed out."""
        return []


class Crew(Alone):
    """Some processes that prepare one chunk each. They ask the database nothing: this one does, and writes."""

    def __init__(self, known: Preparer, *, hands: int) -> None:
        super().__init__(known)
        connections.close_all()
        self.free = deque(_Hand(known) for _hand in range(hands))
        self.flight: deque[_Hand] = deque()
        self.waiting: Chunk | None = None

    def each(self, left: Iterator[Chunk]) -> Iterator[tuple[Chunk, Prepared]]:
        while True:
            self._fill(left)
            if not self.flight:
                break
            hand, prepared = self._finished()
            chunk = hand.chunk
            self._fill(left, unwritten=hand.numbers)
            yield chunk, prepared
        self.stop()

    def attend(self) -> None:
        """Give numbers, in the order of the chunks, to those whose rows are told: else they stand still meanwhile."""
        for hand in self.flight:
            if not hand.numbered and not hand.pipe.poll():
                break
            self._number(hand)

    def _number(self, hand: "_Hand") -> None:
        if not hand.numbered:
            years = hand.pipe.recv()
            hand.number(self.known.go_on(years), list(reserve(Matter, sum(years.values()))))

    def stop(self) -> list[Chunk]:
        begun = [hand.chunk for hand in self.flight] + ([self.waiting] if self.waiting else [])
        for hand in (*self.flight, *self.free):
            hand.end()
        return begun

    def _fill(self, left: Iterator[Chunk], *, unwritten: frozenset[str] = frozenset()) -> None:
        """Give every free hand a chunk; one that names a number still in flight waits until that is written."""
        while self.free and (chunk := self.waiting or next(left, None)):
            numbers = frozenset(map(number_of, chunk))
            flying = (unwritten, *(hand.numbers for hand in self.flight))
            self.waiting = chunk if any(not numbers.isdisjoint(others) for others in flying) else None
            if self.waiting:
                return
            hand = self.free.popleft()
            hand.take(chunk, numbers, here(self.known.source, chunk))
            self.flight.append(hand)

    def _finished(self) -> tuple["_Hand", Prepared]:
        """The oldest chunk, and the hand that had it."""
        self._number(self.flight[0])
        self.attend()
        hand = self.flight.popleft()
        self.free.append(hand)
        with unwalked():
            return hand, hand.pipe.recv()


class _Hand:
    """One process beside this one, and the chunk it has in hand."""

    def __init__(self, known: Preparer) -> None:
        context = get_context("fork")
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_work, args=(known, theirs, self.pipe), daemon=True)
        with unstopped():
            self.process.start()
        theirs.close()
        self.chunk: Chunk = []
        self.numbers: frozenset[str] = frozenset()
        self.numbered = False

    def take(self, chunk: Chunk, numbers: frozenset[str], known: object) -> None:
        self.chunk, self.numbers, self.numbered = chunk, numbers, False
        self.pipe.send((chunk, known))

    def number(self, before: object, ids: object) -> None:
        self.numbered = True
        self.pipe.send((before, ids))

    def end(self) -> None:
        self.pipe.close()
        self.process.terminate()
        self.process.join()


def _work(known: Preparer, pipe: Connection, theirs: Connection) -> None:
    """Prepare what comes until nothing comes any more, also because the other process was killed."""
    theirs.close()
    connection.ensure_connection = _refuse  # type: ignore[method-assign]
    gc.freeze()
    gc.disable()
    try:
        while True:
            for _chunk in range(COLLECTED):
                _work_one(known, pipe)
            gc.collect()  # nothing of a chunk is in hand any more
            gc.freeze()  # what is left is kept to be looked up again, and grows
    except (EOFError, OSError):
        return


def _work_one(known: Preparer, pipe: Connection) -> None:
    chunk, here_already = pipe.recv()
    told = known.tell(chunk, known=here_already)
    pipe.send(dict(told.years))
    before, ids = pipe.recv()
    # The pipe's own pickler asks Python about every sort of thing anew: a chunk is made of plain values.
    pipe.send_bytes(pickle.dumps(known.numbered(told, before=before, ids=ids), pickle.HIGHEST_PROTOCOL))


@contextmanager
def unstopped() -> Iterator[None]:
    """Let a process that begins in here never hear of Ctrl-C, which a terminal tells all of a group: this one does, and
    ends the others."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def unwalked() -> Iterator[None]:
    """Let the collector rest: a thousand histories in hand are walked through again and again, and hold no circles."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _refuse() -> None:
    raise RuntimeError("what prepares a row asks the database nothing")
