"""A mediation register and a case docket, headed and worded as such lists are, come in without a mapping by hand."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from django.core.management import call_command

from linli.kinds.case.incoming import INCOMING as CASES
from linli.kinds.case.kind import CASE
from linli.kinds.dispute.incoming import INCOMING as DISPUTES
from linli.kinds.dispute.kind import DISPUTE
from linli.kinds.request.incoming import INCOMING as REQUESTS
from linli.kinds.request.kind import REQUEST
from linli.matters.fitting import plain
from linli.matters.incoming import CATEGORIES, Incoming
from linli.matters.kind import Kind
from linli.matters.models import Event, Matter
from linli.sheets.codes import codes_of
from linli.sheets.mapping import Mapping as How
from linli.sheets.proposing import proposed
from tests.sheets.registers import DOCKET, REGISTER, file_of
from tests.town import Town

CATEGORY_CODES = {"MF", "NB", "HS", "CT", "PO", "DM", "FL", "EX", "EV", "LB", "CS", "MD", "TR", "PM", "OT"}
"""The fourteen types of the statistics of mediation, and other."""


@pytest.mark.parametrize(("incoming", "row"), [(DISPUTES, REGISTER), (CASES, DOCKET)])
def test_every_heading_of_it_is_understood_by_itself(incoming: Incoming, row: Mapping[str, str]) -> None:
    found = proposed(row, incoming=incoming, like=How()).columns
    assert {head for filled in found.values() for head in filled.heads} == set(row)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "row", "facts"),
    [
        ("dispute", REGISTER, ["Opened", "PartyAdded", "PartyAdded", "Accepted", "Agreed", "Performed", "Closed"]),
        ("case", DOCKET, ["Opened", "ComplainantAdded", "Filed", "ReportedThere", "ResultApproved"]),
    ],
)
def test_it_comes_in_from_the_command_line(
    kind: str, row: Mapping[str, str], facts: list[str], tmp_path: Path, town: Town
) -> None:
    call_command("takein", str(file_of(tmp_path, row)), kind=kind, who="mei", hands=0)
    matter = Matter.objects.get()
    told = matter.events.exclude(fact="Turned").order_by("seq").values_list("fact", flat=True)
    assert (matter.kind, matter.phase, list(told)) == (kind, "closed", facts)
    assert Event.objects.filter(matter=matter, user=town.mei).exists()


def test_what_a_township_calls_the_columns_of_its_requests_is_understood() -> None:
    heads = ("序号", "诉求编号", "反映时间", "诉求内容", "问题分类", "是否满意")
    found = proposed(heads, incoming=REQUESTS, like=How()).columns
    assert {name: filled.heads for name, filled in found.items()} == {
        "external": ("诉求编号",),
        "opened_at": ("反映时间",),
        "story": ("诉求内容",),
        "category": ("问题分类",),
        "satisfaction": ("是否满意",),
    }


@pytest.mark.parametrize("heads", [("登记时间", "受理时间"), ("受理时间", "登记时间")])
def test_of_two_headings_alike_the_first_is_proposed(heads: tuple[str, ...]) -> None:
    assert proposed(heads, incoming=REQUESTS, like=How()).columns["opened_at"].heads == heads[:1]


@pytest.mark.parametrize("incoming", [DISPUTES, CASES, REQUESTS])
def test_no_two_columns_are_called_alike(incoming: Incoming) -> None:
    names = [name for column in incoming.columns for name in column.synonyms]
    assert sorted(names) == sorted(set(names))


HEADINGS: list[tuple[Incoming, str, str]] = [
    *(
        (REQUESTS, head, "story")
        for head in (
            "反映问题",
            "反映内容",
            "问题描述",
            "诉求描述",
            "诉求详情",
            "反映情况",
            "主要内容",
            "工单内容",
            "市民反映内容",
        )
    ),
    (REQUESTS, "反映问题类别", "category"),
    (REQUESTS, "反映内容分类", "category"),
    (REQUESTS, "反映时间", "opened_at"),
    (REQUESTS, "反映渠道", "channel"),
    (REQUESTS, "受理渠道", "channel"),
    (REQUESTS, "反映人电话", "phone"),
    (REQUESTS, "来电人电话", "phone"),
    (REQUESTS, "诉求人电话", "phone"),
    (REQUESTS, "反映地址", "place"),
    (REQUESTS, "承办部门", "handler"),
    (REQUESTS, "来电人姓名", "name"),
    (DISPUTES, "纠纷描述", "story"),
    (DISPUTES, "纠纷简介", "story"),
    (CASES, "案情描述", "story"),
    (CASES, "警情描述", "story"),
]


@pytest.mark.parametrize(("incoming", "head", "column"), HEADINGS)
def test_what_other_platforms_call_a_column_is_understood(incoming: Incoming, head: str, column: str) -> None:
    assert {name: one.heads for name, one in proposed((head,), incoming=incoming, like=How()).columns.items()} == {
        column: (head,)
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("word", "code"),
    [("来电", "phone"), ("电话", "phone"), ("短信", "sms"), ("来访", "window"), ("微信小程序", "mini_program")],
)
def test_the_ways_that_a_hotline_names_stand_for_those_here(word: str, code: str) -> None:
    assert codes_of(REQUEST).lists.codes["channel"][plain(word)] == code


@pytest.mark.parametrize("incoming", [DISPUTES, CASES, REQUESTS])
def test_no_word_of_a_column_stands_for_two_codes(incoming: Incoming) -> None:
    for column in incoming.columns:
        words = [word for word, _code in column.means]
        assert sorted(words) == sorted(set(words)), column.name


@pytest.mark.parametrize(("incoming", "kind"), [(DISPUTES, DISPUTE), (CASES, CASE), (REQUESTS, REQUEST)])
def test_every_word_of_a_column_stands_for_a_code_there_is(incoming: Incoming, kind: Kind) -> None:
    for column in incoming.columns:
        known = CATEGORY_CODES if column.of == CATEGORIES else set(kind.choices.get(column.of, ()))
        assert {code for _word, code in column.means} <= known, column.name


@pytest.mark.parametrize("word", ["调解不成功", "调解未成功", "调解不成", "未成功"])
def test_a_mediation_that_failed_is_understood_however_it_is_worded(word: str) -> None:
    column = DISPUTES.column("result")
    assert column is not None
    assert dict(column.means)[word] == "terminated"
