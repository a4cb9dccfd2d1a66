"""A real thing for every placeholder of the table of gates: what is asked for, by each of its sorts."""

import hashlib
from datetime import date

from linli.doors.desk.models import Export
from linli.doors.screen.tokens import make
from linli.likeness.models import FillRule, Learned
from linli.machines import tokens
from linli.machines.models import Published
from linli.matters.attaching import attach
from linli.matters.following import code_of
from linli.matters.genuine import paper_code
from linli.matters.issuing import issue_paper
from linli.matters.models import Matter
from linli.notices.models import Channel, Text
from linli.notices.private import Private, keep
from linli.opendata.models import OpenMonth, OpenRule
from linli.opendata.printed import Place, Printed
from linli.paper.form.binding import Binding
from linli.policy.models import (
    CalendarYear,
    Catalogue,
    Category,
    Centre,
    Holiday,
    PaperTemplate,
    Phrase,
    Series,
    Term,
    TownDuty,
)
from linli.policy.present import present
from linli.reports.issuing import issue
from linli.reports.kept_fillings import fill_for
from linli.reports.meeting import convene
from linli.reports.models import Filling, Meeting, OwnForm, Snapshot
from linli.reports.offered import find
from linli.reports.own_forms import bind
from linli.reports.own_forms import keep as keep_form
from linli.sheets.delivering import post_for, receive, receiving, weigh
from linli.sheets.models import Delivery
from linli.tally.periods import period_named
from tests.paper.form.made import form
from tests.pebble import commands
from tests.town import LONG_AGO, MONDAY, TUESDAY, Town, pebble, said, viewing

STORED = "0" * 32
OWN_FORM = 880011
NOUGHTS = dict.fromkeys(("matters", "categories", "held_back", "macro_f1", "top1", "top2", "top3", "seconds"), 0) | {
    "numbers": b""
}
ROUND = "9b4c1f5e-6a54-4f0e-9d3c-1c7f5a1d2e3b"


def matter_with_everything(town: Town) -> Matter:
    """A pebble of North, carried, with a limit, personal words in event 1, an official paper and a file."""
    matter = said(commands.carry, pebble(town, at=MONDAY), by=town.wang, at=MONDAY)
    matter = said(issue_paper, matter, by=town.mei, at=MONDAY, form="slip")
    told = {"name": "石子.pdf", "label": "evidence", "mime": "application/pdf", "size": 9, "stored": STORED}
    return said(attach, matter, by=town.wang, at=TUESDAY, digest=hashlib.sha256(b"%PDF-1.7\n").hexdigest(), **told)


def sitting_of(town: Town) -> Meeting:
    """A morning meeting of North, which its clerk, its head and the street's leader convene."""
    return convene("morning", who=viewing(town.gu, at=TUESDAY), unit=town.north, at=TUESDAY)


def issued_of(town: Town) -> Snapshot:
    """A report of North that its head issued."""
    return issue(
        find("grid-activity"), town.north, period_named("2026-02"), who=viewing(town.gu, at=TUESDAY), at=TUESDAY
    )


def export_of(town: Town) -> Export:
    """A list of North that its head asked for and somebody else has to agree to."""
    told = {"form": "csv", "asked": "全部", "rows": 900, "alone": False, "purpose": "考核"}
    post = town.gu.posts.get()
    return Export.objects.create(number="DC-2026-0001", user=town.gu, post=post, unit=town.north, at=present(), **told)


def published() -> None:
    """A month of open data, and one that was taken down."""
    told = {"counted_at": MONDAY, "under": 5, "frozen": Printed((Place("36"),), ("",), {"opened": ((7,),)}).frozen()}
    OpenMonth.objects.create(month=date(2026, 1, 1), **told)
    OpenMonth.objects.create(month=date(2025, 12, 1), withdrawn_at=TUESDAY, withdrawn_for="数错了", **told)


def filling_of(town: Town) -> Filling:
    """A form of North, kept and filled by its head, with one cell bound."""
    by = viewing(town.gu, at=TUESDAY)
    first = keep_form("月报", unit=town.north, file_name="月报.xlsx", data=form({"A1": "月报"}), who=by, at=TUESDAY)
    own = OwnForm.objects.create(pk=OWN_FORM, title="表", unit=town.north, kept_by=first.kept_by, kept_at=TUESDAY)
    first.versions.update(form=own)
    first.delete()
    bind(own, Binding(sheet="表一", cells="B1", indicator="pebble.opened"), who=by, at=TUESDAY)
    return fill_for(own, unit=town.north, period=period_named("2026-03"), who=by, at=TUESDAY)


def delivery_of(town: Town) -> Delivery:
    """A list that the clerk handed over, weighed, not taken in."""
    who = viewing(town.posts["clerk"], at=TUESDAY)
    kind = receiving()[0]
    delivery = receive("编号,时间\n1,昨天\n".encode(), file_name="工单.csv", kind=kind, who=who, at=TUESDAY)
    weigh(delivery, by=post_for(who, kind), at=TUESDAY)
    return delivery


def channel_of(town: Town) -> Channel:
    """A bot of North, in force."""
    channel = Channel(title="群", sort="wecom", unit=town.north, valid_from=LONG_AGO)
    keep(channel, Private("https://bot.example.cn/send?key=x"))
    channel.save()
    return channel


def samples_of(town: Town, matter: Matter) -> dict[str, str]:
    """A real thing for each placeholder of the table."""
    file = matter.events.get(fact="Attached").seq
    paper = matter.events.get(fact="PaperIssued").seq
    filling = filling_of(town)
    published()
    token, screen = make(town.county, at=present(), days=1)
    rows: dict[str, object] = {
        **of_the_office(town),
        "user": town.mei.pk,
        "post": town.mei.posts.get().pk,
        "standin": 1,
        "unit": town.north.pk,
        "cell": town.cell.pk,
        "number": matter.number,
        "code": code_of(matter.number),
        "screen": screen,
        "screentoken": token.pk,
        "file": file,
        "paper": paper,
        "check": paper_code(matter.number, place=0),
        "meeting": sitting_of(town).number,
        "export": export_of(town).number,
        "issued": issued_of(town).number,
        "round": ROUND,
        "own_form": filling.version.form_id,
        "filling": filling.number,
        "delivery": delivery_of(town).key,
        "view": 1,
        "type": 1,
    }
    return {name: str(value) for name, value in rows.items()}


def of_the_office(town: Town) -> dict[str, object]:
    return {
        "centre": Centre.objects.create(name="云棠县综治中心").pk,
        "year": CalendarYear.objects.earliest("pk").pk,
        "holiday": Holiday.objects.earliest("pk").pk,
        "category": Category.objects.earliest("pk").pk,
        "term": Term.objects.earliest("pk").pk,
        "catalogue": Catalogue.objects.earliest("pk").pk,
        "town_duty": TownDuty.objects.earliest("pk").pk,
        "phrase": Phrase.objects.earliest("pk").pk,
        "series": Series.objects.earliest("pk").pk,
        "token": tokens.make(town.mei.posts.get(), title="平台", at=present())[0].pk,
        "published": Published.objects.create(kind="request", valid_from=LONG_AGO).pk,
        "fill_rule": FillRule.objects.create(percent=90, valid_from=LONG_AGO).pk,
        "learned": Learned.objects.create(kind="pebble", at=MONDAY, **NOUGHTS).pk,
        "open_rule": OpenRule.objects.create(valid_from=LONG_AGO).pk,
        "notice_channel": channel_of(town).pk,
        "notice_text": Text.objects.create(audience="unit", valid_from=LONG_AGO).pk,
        "template": PaperTemplate.objects.create(kind="pebble", form="slip", file=b"PK", valid_from=LONG_AGO).pk,
    }
