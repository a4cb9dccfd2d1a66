"""The rows that a run refused, as it refused them: laid aside on the disk, for of a long list all may be wrong."""

import pickle
from collections.abc import Iterable, Iterator
from datetime import datetime
from tempfile import TemporaryFile

from linli.matters.incoming import Wrong
from linli.matters.kind import Kind
from linli.matters.preparing import preparer
from linli.matters.taking_in import Weighed
from linli.matters.weighing import number_of, on_its_own
from linli.paper.rows.table import Table
from linli.sheets.codes import codes_of
from linli.sheets.reading import Reader, read_all
from linli.sheets.weighing import WRONG, Judged, unreadable
from linli.staff.posts import Held


class Refusals:
    """Why rows were refused, in the order of the list."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 it goes with whoever holds it

    def note(self, wrong: Iterable[Weighed]) -> None:
        """Those of the next chunk."""
        for one in sorted(wrong, key=lambda one: one.place):
            pickle.dump((one.place, one.wrong), self._file)

    def all(self) -> Iterator[tuple[int, Wrong]]:
        self._file.seek(0)
        while True:
            try:
                yield pickle.load(self._file)  # noqa: S301 nobody else ever had it
            except EOFError:
                return


def judged_by_run(
    refusals: Refusals, table: Table, reader: Reader, kind: Kind, *, source: str, by: Held, at: datetime
) -> Iterator[Judged]:
    """The wrong rows of a list that was taken in from its first row on: those that cannot be read, and the refused."""
    known, codes, numbers = preparer(kind, by=by, at=at, source=source, taking=0), codes_of(kind), set[int]()
    refused = refusals.all()
    place, wrong = next(refused, NONE)
    for read in read_all(table, reader):
        if read.wrong is not None:
            yield unreadable(read, codes)
            continue
        number = number_of(read.row)
        if read.found.number != place:
            numbers.add(hash(number))
            continue
        again = hash(number) in numbers and on_its_own(read.row, known)
        yield Judged(read, WRONG, wrong, again=number if again else "")
        place, wrong = next(refused, NONE)


NONE = (0, None)
