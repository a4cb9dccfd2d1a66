"""Whether a paper is genuine: which one, by whom, when, and whether it holds; never what it says."""

import logging
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from linli.doors.counter.discreet import Discreet
from linli.matters.following import ALPHABET, check_sign, code_of, tidied
from linli.matters.genuine import digest_of_paper, paper_code
from linli.matters.issuing import issue_paper, void_paper
from linli.matters.models import Matter, PaperCode
from tests.counter.visiting import page
from tests.pebble.commands import carry
from tests.town import MONDAY, ZHOU, Town, pebble, said, state_of


def issued(town: Town) -> Matter:
    return said(issue_paper, pebble(town), by=town.mei, at=MONDAY, form="slip")


def test_the_page_says_what_was_issued_and_nothing_of_what_stands_in_it(town: Town, client: Client) -> None:
    matter = issued(town)
    code = paper_code(matter.number, place=0)
    typed = client.post("/paper/", {"code": code.lower().replace("-", " ")})
    assert (typed.status_code, typed.headers["Location"]) == (303, f"/paper/{tidied(code)}/")
    html = page(client, f"/paper/{code}/")
    assert [word for word in ("石收〔2026〕1号", "北社区", "2026-03-02", "现行有效") if word not in html] == []
    assert [word for word in (ZHOU, "桥头的石子", matter.number, town.mei.name) if word in html] == []
    said(void_paper, matter, by=town.mei, at=MONDAY, issued=state_of(matter).papers[0].seq, void_reason="mistake")
    assert "现已作废" in page(client, f"/paper/{code}/")


@pytest.mark.parametrize("path", ["/paper/{}/", "/paper/"])
def test_every_code_that_is_no_papers_gives_one_answer_by_the_same_work(town: Town, client: Client, path: str) -> None:
    matter = said(carry, issued(town), by=town.wang, at=MONDAY)
    matter = said(issue_paper, matter, by=town.mei, at=MONDAY, form="label")
    mine = tidied(paper_code(matter.number, place=0))
    foreign = mine[0:11] + next(sign for sign in ALPHABET if sign != mine[11])
    inside, follows = paper_code(matter.number, place=1), code_of(matter.number)
    seen = set()
    asked(client, path, "x")
    for code in (mine[:-1] + "0", foreign + check_sign(foreign), inside, follows, "AAAA-AAAA-AAAA-A", "验真码"):
        with CaptureQueriesContext(connection) as work:
            response = asked(client, path, code)
        seen.add((response.status_code, response.content, len(work.captured_queries)))
    assert len(seen) == 1
    assert seen.pop()[0] == 404


def test_a_row_written_past_the_ledger_makes_no_paper_genuine(town: Town, client: Client) -> None:
    matter = issued(town)
    forged = paper_code("PEBBLE-2026-999999", place=0)
    PaperCode.objects.filter(matter=matter).update(digest=digest_of_paper(forged))
    assert client.get(f"/paper/{forged}/").status_code == 404
    PaperCode.objects.create(matter=pebble(town), place=0, digest=digest_of_paper("AAAA-AAAA-AAAA-A"))
    assert client.get("/paper/AAAA-AAAA-AAAA-A/").status_code == 404


def test_no_log_line_holds_the_code_of_a_paper() -> None:
    record = logging.LogRecord("x", 40, "x", 1, "Not Found: /paper/%s/", ("K7PM4XQ29HTDW",), None)
    assert Discreet("{message}", style="{").format(record) == "Not Found: /paper/…/"


def asked(client: Client, path: str, code: str) -> Any:
    return client.get(path.format(code)) if "{}" in path else client.post(path, {"code": code})


def test_after_twenty_wrong_codes_none_is_answered_from_there_for_a_while(town: Town, client: Client) -> None:
    code = paper_code(issued(town).number, place=0)
    for _time in range(20):
        client.get("/paper/AAAA-AAAA-AAAA-A/")
    assert client.get(f"/paper/{code}/").status_code == 429
