"""Headings that end or begin as a column is called and say something else: they are proposed for nothing."""

import pytest

from linli.kinds.case.incoming import INCOMING as CASES
from linli.kinds.dispute.incoming import INCOMING as DISPUTES
from linli.kinds.request.incoming import INCOMING as REQUESTS
from linli.matters.incoming import Incoming
from linli.sheets.headings import is_another
from linli.sheets.mapping import Mapping
from linli.sheets.proposing import proposed

KINDS = (REQUESTS, DISPUTES, CASES)
DEADLINES = """
    最晚答复时间 要求处理时间 预计处理时间 应答复时间 首次回复时间 开始办理时间 预约办理时间 要求回复时间 下次答复时间
    最晚办结日期 预计结案时间 计划完成时间 剩余办结时间 延期办结时间 规定办结日期 办结时间（预计） 办结时间要求
    来电结束时间 通话结束时间 派单完成时间 回访完成时间 是否按办结时间 处理时间 办理时间 答复时间 回复时间 处理日期
    预约调解时间 首次调解时间 预计破案时间 最终处理时间
"""


@pytest.mark.parametrize(
    "heads",
    [
        *((head,) for head in DEADLINES.split()),
        ("首次回复时间", "处理时间", "接单时间"),
        ("处理时间", "处理状态"),
        ("答复时间", "办理时间", "回复日期"),
    ],
)
def test_a_deadline_or_a_first_word_is_proposed_for_no_end(heads: tuple[str, ...]) -> None:
    """What is taken for closed is closed for good: whoever knows that such a column says so chooses it by hand."""
    for incoming in KINDS:
        found = proposed(heads, incoming=incoming, like=Mapping()).columns
        assert not {"closed_at", "ended_at", "solved_at"} & set(found)


@pytest.mark.parametrize(
    ("heads", "column", "head"),
    [
        (("开始处理时间", "实际完成时间"), "closed_at", "实际完成时间"),
        (("最晚办结时间", "实际办结时间"), "closed_at", "实际办结时间"),
        (("要求答复时间", "答复时间"), "due_at", "要求答复时间"),
        (("最晚答复时间",), "due_at", "最晚答复时间"),
        (("事发详细地址",), "place", "事发详细地址"),
        (("承办单位办理情况",), "answer", "承办单位办理情况"),
        (("承办单位办理情况", "办理情况"), "answer", "办理情况"),
    ],
)
def test_what_says_when_it_really_ended_is_taken_and_a_deadline_is_one(
    heads: tuple[str, ...], column: str, head: str
) -> None:
    assert proposed(heads, incoming=REQUESTS, like=Mapping()).columns[column].heads == (head,)


@pytest.mark.parametrize("incoming", KINDS)
def test_no_column_is_refused_what_it_is_called(incoming: Incoming) -> None:
    called = [(name, column) for column in incoming.columns for name in column.synonyms]
    assert [name for name, column in called if is_another(name, column)] == []
