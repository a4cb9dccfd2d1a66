"""`./linli import FILE --kind KIND`: take a list of matters in, by a mapping that is given or proposed."""

import hashlib
import os
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import IO, Any

import msgspec
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.ground.disk import why_not
from linli.ground.text import msg
from linli.matters.kind import Kind
from linli.matters.taking_in import TakenElsewhere, begin_taking, take_in
from linli.paper.rows import table as tables
from linli.paper.rows.row import Unreadable
from linli.paper.rows.table import Table
from linli.policy.calendar import calendar
from linli.sheets.delivering import SOURCE, incoming_of, laid_out, problem_of, proposal, receiving
from linli.sheets.doubts import IN_THE_MAPPING, of_columns, of_rows, of_sources, of_words
from linli.sheets.in_whose_name import in_whose_name, post_of
from linli.sheets.mapping import BadMapping, Mapping, from_toml
from linli.sheets.proposing import knows
from linli.sheets.reading import Read, Reader, read_all, reader
from linli.sheets.refused import Refusals, judged_by_run
from linli.sheets.returned import FORMS, write_returned
from linli.sheets.sentences import RESULT, telling, told_of
from linli.sheets.telling import NAME_A_FILE, Going, as_it_stood, as_read, as_taken, as_weighed, stopping_at
from linli.sheets.weighing import WRONG, Judged, Weight, judged, needed_but_missing, rows_of, weighed
from linli.sheets.written import written
from linli.staff.posts import Held

A_BLOCK, LARGE = 1 << 20, 2_000_000
NO_FILE = msg("The file {file} cannot be read: {why}.")
NOT_WRITTEN = msg("The file {file} cannot be written: {why}.")
NO_KIND = msg("“{kind}” is no kind of matter that comes in from lists. Say --kind with one of: {kinds}.")
KIND_UNSAID = msg("Say --kind with what its rows are, one of: {kinds}.")
NEEDED = msg(
    "The list has no column for: {columns}. Write the mapping that is proposed with --write-map MAP.toml, "
    "say there from which column or with which fixed value it is filled, and give it back with --map."
)
NONE_GOOD = msg("Every row is wrong: there is nothing to take in.")
NOTHING = msg("Nothing was taken in, because rows are wrong and --strict was said.")
ELSEWHERE = msg("The same file is being taken in by another process. Wait for that one.")
NUMBERS_OF = msg("The numbers of its rows are those of “{source}”; --source names another.")
AS_IT_STANDS = msg(
    "This run went on where another had stopped, so the file tells what is wrong as the ledger stands now: of rows of "
    "one number also those that came in well and say what is over by now."
)
NO_FORM = msg("Name a file that ends in .xlsx or .csv with --errors.")


@dataclass(frozen=True)
class Job:
    """A list that was opened, with all it takes to weigh it and to take it in."""

    table: Table
    reading: Reader
    kind: Kind
    who: str
    at: datetime
    name: str

    @cached_property
    def by(self) -> Held:
        """Asked for where it is weighed or taken in: to write a mapping down nobody needs to be named."""
        return post_of(self.who, self.kind, at=self.at)

    @property
    def source(self) -> str:
        return self.reading.how.source or SOURCE

    def said(self, *, writing: bool) -> Iterator[str]:
        """How it is read, and what of that is to be looked at twice; `writing`: only to have the mapping written.

        Each page of the desk shows where to choose otherwise; here that has to be said, once.
        """
        yield from as_read(self.table, self.reading.how, incoming_of(self.kind))
        yield from self.doubts
        if self.doubts and not writing:
            yield _(IN_THE_MAPPING)

    @cached_property
    def doubts(self) -> list[str]:
        how, incoming, told = self.reading.how, incoming_of(self.kind), telling(self.table, self.kind)
        return list(of_columns(how, incoming, telling=told, heads=self.table.heads, typed=True))

    def doubted(self, weight: Weight) -> Iterator[str]:
        """What all its rows give to think, beyond what was said of its columns by the first of them."""
        yield from of_sources(weight, own=self.source, typed=True)
        how, incoming, words = self.reading.how, incoming_of(self.kind), weight.words.get(RESULT, ())
        found = of_columns(how, incoming, telling=told_of(how, words), typed=True)
        new = [one for one in found if one not in self.doubts]
        more = [*new, *of_words(how, incoming, words, typed=True), *of_rows(weight)]
        yield from more
        if more and not self.doubts:
            yield _(IN_THE_MAPPING)

    def judged(self) -> Iterator[Judged]:
        """As the ledger stands now."""
        return judged(self.table, self.reading, self.kind, source=self.source, by=self.by, at=self.at)

    def judged_by(self, refusals: Refusals) -> Iterator[Judged]:
        """As the run took them that is over."""
        whose = (self.table, self.reading, self.kind)
        return judged_by_run(refusals, *whose, source=self.source, by=self.by, at=self.at)


class Command(BaseCommand):
    help = msg("Take a list of matters in: .csv in any encoding, or .xlsx. Taken in again, it brings nothing twice.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help=_("the list, .csv or .xlsx"))
        parser.add_argument("--kind", default="", help=_("the kind of matter that its rows are"))
        parser.add_argument("--map", type=Path, metavar="MAP.toml", help=_("which column is which; left out: proposed"))
        parser.add_argument("--write-map", type=Path, metavar="MAP.toml", help=_("write the mapping down and stop"))
        parser.add_argument("--source", default="", help=_("the source of the numbers; left out: as the mapping says"))
        parser.add_argument("--as", dest="who", default="", metavar="NAME", help=_("the sign-in name to take it in by"))
        parser.add_argument("--encoding", default="", help=_("left out: found out"))
        parser.add_argument("--sheet", default="", help=_("of a workbook; left out: the first with rows in it"))
        parser.add_argument("--dry-run", action="store_true", help=_("say what it would do, and do nothing"))
        parser.add_argument("--strict", action="store_true", help=_("take nothing in where any row is wrong"))
        parser.add_argument("--errors", type=Path, metavar="FILE", help=_("the wrong rows with reasons, .xlsx or .csv"))
        parser.add_argument(
            "--hands", type=int, help=_("how many processes prepare rows; left out: by size and machine")
        )
        parser.add_argument("--show", type=int, default=20, metavar="N", help=_("how many wrong cells are told"))

    def handle(self, *args: Any, **options: Any) -> None:
        """What cannot be meant is answered with a sentence."""
        try:
            with options["file"].open("rb") as file:
                self._take(file, options)
        except OSError as problem:
            file = problem.filename or options["file"]  # the list, or what else was named beside it
            raise CommandError(_(NO_FILE).format(file=file, why=_(why_not(problem)))) from problem
        except Unreadable as problem:
            raise CommandError(problem_of(problem)) from problem
        except BadMapping as problem:
            raise CommandError(_(problem.sentence).format(**problem.words)) from problem
        except TakenElsewhere as problem:
            raise CommandError(_(ELSEWHERE)) from problem

    def _take(self, file: IO[bytes], options: dict[str, Any]) -> None:
        if options["errors"] and options["errors"].suffix[1:] not in FORMS:
            raise CommandError(_(NO_FORM))
        _try_out(options["errors"])
        job = _job(file, options)
        for line in job.said(writing=bool(options["write_map"])):
            self.stderr.write(line)
        if options["write_map"]:
            told = written(_for_any_file(job.reading.how, options), kind=job.kind, heads=job.table.heads)
            with _to_write(options["write_map"]) as into:
                into.write(told.encode())
            return
        self.stderr.write(in_whose_name(job.by))
        self.stderr.write(_(NUMBERS_OF).format(source=job.source))
        if missing := needed_but_missing(incoming_of(job.kind), job.reading):
            raise CommandError(_(NEEDED).format(columns=_(", ").join(missing)))
        weight = self._weighed(job, options) if options["dry_run"] or options["strict"] else None
        if options["dry_run"] or (weight and weight.counts[WRONG]):
            self._say_errors(job.judged(), job, options)
            if weight and (why := _refused(weight, options)):
                raise CommandError(why)
            return
        self._taken(job, file, options)

    def _weighed(self, job: Job, options: dict[str, Any]) -> Weight:
        weight = weighed(job.table, job.reading, job.kind, source=job.source, by=job.by, at=job.at)
        told = as_weighed(weight, incoming_of(job.kind), most=options["show"], into_file=bool(options["errors"]))
        for line in (*told, *job.doubted(weight)):
            self.stdout.write(line)
        return weight

    def _taken(self, job: Job, file: IO[bytes], options: dict[str, Any]) -> None:
        digest = _digest(file, job.reading.how)
        taking = begin_taking(job.kind, source=job.source, by=job.by, at=job.at, digest=digest, file=job.name[:200])
        going, unread, before, refusals = Going(taking), list[int](), as_it_stood(taking), Refusals()
        rows = rows_of(_noting(read_all(job.table, job.reading), unread))
        with stopping_at(taking):
            for progress in take_in(taking, rows, hands=_hands(options)):
                refusals.note(progress.wrong)
                going.say(progress.taking)
        going.say(taking, last=True, unread=len(unread))
        for line in as_taken(taking, before, unread=len(unread)):
            self.stdout.write(line)
        if not taking.wrong + len(unread):
            return
        if not options["errors"]:
            self.stdout.write(_(NAME_A_FILE))
        if before["rows"] and options["errors"]:
            self.stdout.write(_(AS_IT_STANDS))
        self._say_errors(job.judged() if before["rows"] else job.judged_by(refusals), job, options)
        if not taking.good + taking.changed + taking.already:
            raise CommandError(_(NONE_GOOD))

    def _say_errors(self, judged: Iterator[Judged], job: Job, options: dict[str, Any]) -> None:
        """The wrong rows with their reasons, where a file is named for them."""
        if not options["errors"]:
            return
        with _to_write(options["errors"]) as into:
            form = options["errors"].suffix[1:]
            write_returned(judged, job.table, job.reading, into, form=form, name=job.name)
        self.stdout.write(str(options["errors"]))


def _try_out(path: Path | None) -> None:
    """Before anything is taken in: what is wrong with it has to find a place afterwards. Leaves nothing behind."""
    if path is None:
        return
    stood, meant = path.exists(), path.resolve()  # a link may lead to where nothing stands yet
    _to_write(path, mode="ab").close()
    if not stood:
        meant.unlink()


def _to_write(path: Path, *, mode: str = "wb") -> IO[bytes]:
    try:
        return path.open(mode)
    except OSError as problem:
        raise CommandError(_(NOT_WRITTEN).format(file=path, why=_(why_not(problem)))) from problem


def _refused(weight: Weight, options: dict[str, Any]) -> str:
    """Why nothing would be taken in; a trial ends as the run would that it stands for."""
    wrong = weight.counts[WRONG]
    if wrong and options["strict"]:
        return _(NOTHING)
    return _(NONE_GOOD) if wrong and wrong == weight.total else ""


def _job(file: IO[bytes], options: dict[str, Any]) -> Job:
    told = options["map"].read_text(encoding="utf-8-sig") if options["map"] else ""
    given = from_toml(told)
    kind = _kind(options["kind"] or given.kind)
    incoming, at = incoming_of(kind), timezone.now()
    given = _with_options(from_toml(told, incoming=incoming), options)
    table = tables.opened(file, layout=given.layout, known=knows(incoming))
    like = laid_out(given, table.layout, kind=kind)
    mapping = like if told else proposal(table, kind=kind, like=like)
    reading = reader(table, mapping, incoming=incoming, zone=calendar().zone)
    return Job(table, reading, kind, options["who"], at, options["file"].name)


def _for_any_file(mapping: Mapping, options: dict[str, Any]) -> Mapping:
    """How this one file is written stays out, but for what was said: another list, or its wrong rows, finds its own."""
    said = {"encoding": options["encoding"] or "", "sheet": options["sheet"] or ""}
    return msgspec.structs.replace(mapping, separator="", head=0, **said)


def _with_options(mapping: Mapping, options: dict[str, Any]) -> Mapping:
    said = {name: options[name] for name in ("source", "encoding", "sheet") if options[name]}
    told = msgspec.structs.replace(mapping, **said)
    return told if told.source else msgspec.structs.replace(told, source=SOURCE)


def _kind(name: str) -> Kind:
    kinds = {kind.name: kind for kind in receiving()}
    if name not in kinds:
        raise CommandError(_(NO_KIND if name else KIND_UNSAID).format(kind=name, kinds=", ".join(kinds)))
    return kinds[name]


def _hands(options: dict[str, Any]) -> int:
    """How many processes prepare beside this one: none for a small file, else one more than there are cores, for one or
    the other always waits for its numbers."""
    if options["hands"] is not None:
        return int(options["hands"])
    return 0 if options["file"].stat().st_size < LARGE else min(4, 1 + (os.cpu_count() or 1))


def _digest(file: IO[bytes], how: Mapping) -> str:
    """Of the file and of how it is read: read otherwise, its rows are others."""
    file.seek(0)
    made = hashlib.sha256(msgspec.json.encode(how))
    while block := file.read(A_BLOCK):
        made.update(block)
    return made.hexdigest()


def _noting(reads: Iterator[Read], unread: list[int]) -> Iterator[Read]:
    """The rows as they come; which of them cannot be read is remembered on the way."""
    for read in reads:
        if read.wrong is not None:
            unread.append(read.found.number)
        yield read
