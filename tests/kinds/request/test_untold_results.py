"""An answer of which a list says no result has none here: it is shown so, counted so, and offered nowhere."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import gettext, override

from linli.doors.desk.bringing import choices_of
from linli.kinds.request.choices import TOLD_RESULTS, UNTOLD
from linli.kinds.request.kind import REQUEST
from linli.matters.following import code_of
from linli.matters.incoming import SHUT, Column, Wrong
from linli.matters.models import Matter
from linli.reports.lines import Setting, lines
from linli.reports.report import CODES, Rows
from linli.sheets.mapping import Mapping
from linli.sheets.written import written
from linli.tally.asking import Scope, ask, catch_up, rows
from linli.tally.periods import period_named
from tests.api.calling import machine, problem
from tests.api.calling import said as say_by_machine
from tests.kinds.request.in_town import clerk, in_hand
from tests.kinds.request.outside import CLOSED, row, taken
from tests.kinds.request.told import answer
from tests.kinds.taking import counted, ledger
from tests.town import NEXT_MONDAY, Town, state_of

pytestmark = pytest.mark.django_db
SILENT = {**CLOSED, "result": "", "answer": "已更换，恢复正常。"}
WORD = "清单未载明结果"
UNTOLD_WORDS = (UNTOLD, WORD, "Result not told by the list", "已办结", "处理完毕")


def matter(place: int = 1) -> Matter:
    return Matter.objects.get(taken__external=f"12345-{place:04}")


def column() -> Column:
    found = REQUEST.incoming and REQUEST.incoming.column("result")
    assert found
    return found


def test_a_closed_request_without_a_result_is_closed_without_one(town: Town) -> None:
    taken(town, [row(1, **SILENT), row(2, **CLOSED), row(3, **{**SILENT, "satisfaction": "满意"})])
    assert [(matter(place).phase, matter(place).outcome) for place in (1, 2, 3)] == [
        ("closed", UNTOLD),
        ("closed", "resolved"),
        ("closed", UNTOLD),
    ]
    assert state_of(matter()).data["cycles"][0]["result"] == UNTOLD


@pytest.mark.parametrize(
    ("language", "shown", "told"),
    [
        ("zh-hans", WORD, f"据外来记录，由北社区答复：{WORD}"),
        ("en", "Result not told by the list", "as the record from outside says: Result not told by the list"),
    ],
)
def test_its_page_says_that_none_was_told_and_makes_none_up(
    town: Town, client: Client, language: str, shown: str, told: str
) -> None:
    taken(town, [row(1, **SILENT)])
    client.force_login(clerk(town))
    client.post("/language/", {"language": language, "next": "/"})
    html = client.get(f"/m/{matter().number}/").content.decode()
    with override(language):
        made_up = [word for word in map(gettext, TOLD_RESULTS.values()) if word in html]
    assert (html.count(shown) >= 3, told in html, made_up) == (True, True, [])
    assert "已更换，恢复正常。" in html


@pytest.mark.parametrize(
    ("language", "closed", "told"),
    [
        ("zh-hans", "已办结。如问题再次出现，您可以在", WORD),
        ("en", "Closed. Should it not last, you can ask until ", "Result not told by the list"),
    ],
)
def test_who_follows_it_reads_nothing_of_a_list(
    town: Town, client: Client, language: str, closed: str, told: str
) -> None:
    taken(town, [row(1, **SILENT), row(2, **CLOSED)])
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    silent, resolved = (followed(client, matter(place)) for place in (1, 2))
    assert (closed in silent, told in silent) == (True, False)
    with override(language):
        assert gettext(TOLD_RESULTS["resolved"]) in resolved
    assert closed not in resolved


def followed(client: Client, one: Matter) -> str:
    answer = client.get(f"/t/{code_of(one.number)}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_later_list_that_tells_the_result_tells_it_until_the_request_is_closed(town: Town) -> None:
    taken(town, [row(1), row(2, handler="北社区"), row(3, **SILENT)])
    told = [row(1, **CLOSED), row(2, **CLOSED), row(3, **{**SILENT, "result": "resolved"})]
    last = taken(town, told, digest="b", at=NEXT_MONDAY)[-1]
    assert counted(last.taking) == (3, 0, 0, 2, 1)
    assert [matter(place).outcome for place in (1, 2, 3)] == ["resolved", "resolved", UNTOLD]
    assert [str(one.wrong) for one in last.wrong] == [str(Wrong("result", SHUT))]
    before = ledger()
    assert counted(taken(town, told[:2], digest="c", at=NEXT_MONDAY)[-1].taking) == (2, 0, 2, 0, 0)
    assert ledger() == before


@pytest.mark.parametrize("word", UNTOLD_WORDS)
def test_a_list_that_says_itself_that_none_was_told_is_understood(town: Town, word: str) -> None:
    taken(town, [row(1, **{**SILENT, "result": word})])
    assert matter().outcome == UNTOLD


def test_a_word_of_a_list_may_stand_for_no_result(town: Town) -> None:
    assert tuple(choices_of(column(), REQUEST)) == (*TOLD_RESULTS, UNTOLD)
    assert all(code in written(Mapping(), kind=REQUEST) for code in ("outside_remit", UNTOLD))


def test_nobody_here_is_offered_to_say_that_no_result_was_told(town: Town) -> None:
    asked, client = in_hand(town), Client()
    client.force_login(town.he)
    page = client.get(f"/m/{asked.number}/reply/").content.decode()
    offered = [f'value="{code}"' in page for code in (*TOLD_RESULTS, UNTOLD)]
    assert offered == [*[True] * len(TOLD_RESULTS), False]
    refused = say_by_machine(machine(town.he), asked.number, "reply", version=asked.version, **answer(UNTOLD))
    assert (problem(refused, status=422), list(refused.json()["fields"])) == ("invalid", ["result"])


def test_systems_are_told_the_code_with_its_word(town: Town) -> None:
    taken(town, [row(1, **SILENT)])
    client = machine(clerk(town))
    [kind] = [one for one in client.get("/api/v1/kinds").json() if one["name"] == "request"]
    for listing in ("result", "outcome"):
        assert {"code": UNTOLD, "name": WORD} in kind["choices"][listing]
    assert client.get(f"/api/v1/matters/{matter().number}").json()["outcome"] == UNTOLD


def test_what_was_closed_without_a_result_has_a_line_of_its_own_and_the_lines_add_up(town: Town) -> None:
    taken(town, [row(1, **SILENT), row(2, **CLOSED), row(3, **SILENT), row(4)])
    assert catch_up()
    period, scope, names = period_named("2026-03"), Scope(town.county), ("request.closed",)
    whole = ask(names, scope, period)[()]["request.closed"]
    groups = {key: one["request.closed"] for key, one in ask(names, scope, period, by=("result",)).items()}
    told = {key: figure.top for key, figure in groups.items()}
    setting = Setting(town.county, period, told)
    listed = {line.key: line for line in lines(Rows(CODES, kind="request", facet="result"), setting)}
    assert told == {(UNTOLD,): 2, ("resolved",): 1}
    assert sum(told.values()) == whole.top == 3
    assert set(groups) <= set(listed)
    assert gettext(listed[UNTOLD,].word) == WORD
    assert rows(groups[UNTOLD,].behind).count() == 2
