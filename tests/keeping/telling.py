"""Tells a town with something of everything, backs it up into a file, and says what is derived."""

import hashlib
import json
import sys
from datetime import timedelta
from pathlib import Path

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command

from linli.keeping.anew import make_anew
from linli.keeping.backing_up import back_up
from linli.matters import files
from linli.matters.attaching import attach
from linli.matters.everyday import erase, note
from linli.matters.issuing import issue_paper
from linli.matters.models import Matter, Seal
from linli.matters.reading import log_look
from linli.matters.sealing import seal_new
from linli.matters.sweeping import drop_erased
from linli.matters.turning import turn_due
from linli.policy.models import Term
from tests.keeping.seen import seen
from tests.kinds.case import in_town as cases
from tests.kinds.case.told import say
from tests.kinds.dispute import in_town as disputes
from tests.kinds.request import in_town as requests
from tests.kinds.request.outside import mixed, taken
from tests.pebble import commands
from tests.town import FRIDAY, NEXT_MONDAY, TUESDAY, WEDNESDAY, Town, build, pebble, said, state_of, viewing

AT = NEXT_MONDAY + timedelta(days=1)
KEPT, ERASED = (b"%PDF-1.4 a picture of the bridge %%EOF", b"%PDF-1.4 somebody's paper %%EOF")


def main(file: str) -> None:
    call_command("migrate", interactive=False, verbosity=0)
    tell()
    with Path(file).open("wb") as into:
        *_steps, total = back_up(into, at=AT)
    json.dump({"head": total.heads.hexdigest(), "seen": seen()}, sys.stdout)


def tell() -> None:
    """Matters of every kind, files, words erased and looked at, a list taken in, seals, and events not yet sealed."""
    town = build()
    with_files(town)
    disputes.in_mediation(town)
    in_a_series(town)
    requests.sent_on(town)
    taken(town, mixed(24))
    office_at_work(town)
    turn_due(at=NEXT_MONDAY)
    seal_new(at=NEXT_MONDAY)
    said(commands.warn, pebble(town, at=FRIDAY), by=town.mei, at=NEXT_MONDAY)
    assert Seal.objects.exists()
    make_anew(at=AT)


def in_a_series(town: Town) -> None:
    """Two cases that share a tie."""
    other = cases.accepted(town)
    said(say.link_series, cases.at_work(town), by=town.he, at=TUESDAY, other=other.number, why="同样撬窗入室")


def with_files(town: Town) -> None:
    """A pebble with a paper, one file that is kept and one that was erased; somebody looked at who found it."""
    matter = said(commands.carry, pebble(town), by=town.wang, at=TUESDAY)
    for content in (KEPT, ERASED):
        matter = attached(matter, town, content)
    matter = said(issue_paper, matter, by=town.mei, at=TUESDAY, form="slip")
    matter = said(note, matter, by=town.mei, at=TUESDAY, text="量过尺寸了。")
    gone = state_of(matter).files[1]
    matter = said(erase, matter, by=town.chen, at=WEDNESDAY, of=gone.seq, fields=("name",), ground="mistake")
    drop_erased(matter)
    log_look(matter, seq=1, by=viewing(town.mei).posts[0], purpose="handling", at=WEDNESDAY)


def attached(matter: Matter, town: Town, content: bytes) -> Matter:
    told = {"name": "协议.pdf", "label": "agreement", "mime": "application/pdf", "size": len(content)}
    told |= {"stored": files.keep(content), "digest": hashlib.sha256(content).hexdigest()}
    return said(attach, matter, by=town.mei, at=TUESDAY, **told)


def office_at_work(town: Town) -> None:
    """The office changed a term: Django's own log of it names the table by a number that is another elsewhere."""
    term = ContentType.objects.get_for_model(Term)
    LogEntry.objects.create(
        user=town.fang, content_type=term, object_id="1", object_repr="term", action_flag=CHANGE, change_message="[]"
    )
