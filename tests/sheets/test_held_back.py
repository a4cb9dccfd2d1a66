"""Headings that end or begin as a column is called and say something else: they are proposed for nothing."""

import pytest

from linli.kinds.case.incoming import INCOMING as CASES
from linli.kinds.dispute.incoming import INCOMING as DISPUTES
from linli.kinds.request.incoming import INCOMING as REQUESTS
from linli.matters.incoming import Incoming
from linli.sheets.doubts import of_columns
from linli.sheets.headings import is_another
from linli.sheets.mapping import Filled, Mapping
from linli.sheets.proposing import proposed, says_several

KINDS = (REQUESTS, DISPUTES, CASES)
DEADLINES = """
    最晚答复时间 要求处理时间 预计处理时间 应答复时间 首次回复时间 开始办理时间 预约办理时间 要求回复时间 下次答复时间
    最晚办结日期 预计结案时间 计划完成时间 剩余办结时间 延期办结时间 规定办结日期 办结时间（预计） 办结时间要求
    来电结束时间 通话结束时间 派单完成时间 回访完成时间 是否按办结时间 处理时间 办理时间 答复时间 回复时间 处理日期
    预约调解时间 首次调解时间 预计破案时间 最终处理时间
"""
HOMES = """
    市民详细地址 客户详细地址 用户详细地址 住户详细地址 群众具体地址 居民详细位置 业主详细地址 户主详细地址 本人详细地址
    个人具体地址 现住详细地址 身份证详细地址 门牌详细地址 户籍详细地址 居住详细地址 详细地址（家庭） 详细地址（住址）
    来电人具体位置 home_address
"""
TOGETHER = """
    联系人（电话） 姓名(电话) 诉求人姓名（联系电话） 来电人（手机号） 联系人/电话 联系人*【电话】 姓名(身份证号)
    电话（联系人） 联系电话（姓名） 地址（姓名） 事发地点（联系电话） 姓名（必填）（电话） Name/Phone Address(Name)
"""
HOMES_BEHIND_A_PERSON = (
    "姓名 手机 身份证 详细地址",
    "报警人 详细地址",
    "申请人 申请人联系电话 详细地址 被申请人",
    "姓名 性别 年龄 具体地址",
    "来电人 联系电话 所属街道 所属社区 详细地址",
    "乙方 详细位置",
    "受理时间 市民 详细地址（必填）",
)


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


@pytest.mark.parametrize("incoming", KINDS)
@pytest.mark.parametrize(
    "heads",
    [
        *((head,) for head in HOMES.split()),
        *(tuple(row.split()) for row in HOMES_BEHIND_A_PERSON),
    ],
)
def test_where_somebody_lives_is_proposed_for_no_place(heads: tuple[str, ...], incoming: Incoming) -> None:
    assert "place" not in proposed(heads, incoming=incoming, like=Mapping()).columns


@pytest.mark.parametrize("incoming", KINDS)
@pytest.mark.parametrize(
    ("row", "head", "doubted"),
    [
        ("编号 受理时间 详细地址", "详细地址", True),
        ("编号 具体地址 姓名", "具体地址", True),
        ("编号 上报人 详细地址", "详细地址", True),
        ("编号 姓名 电话 地址", "地址", True),
        ("编号 姓名 电话 事发详细地址", "事发详细地址", False),
        ("编号 姓名 电话 详细地址（事发地）", "详细地址（事发地）", False),
        ("编号 受理时间 地址", "地址", False),
        ("编号 姓名 发生地址", "发生地址", False),
    ],
)
def test_an_address_that_may_be_a_home_gives_to_think(row: str, head: str, doubted: bool, incoming: Incoming) -> None:
    heads = row.split()
    found = proposed(heads, incoming=incoming, like=Mapping())
    assert found.columns["place"].heads == (head,)
    assert [f"“{head}”" in said for said in of_columns(found, incoming, heads=heads)] == [True] * doubted


def test_a_home_that_was_chosen_by_hand_gives_to_think_without_the_other_headings_too() -> None:
    chosen = Mapping(columns={"place": Filled(heads=("来电人地址",))})
    [said] = of_columns(chosen, REQUESTS)
    assert "来电人地址" in said


@pytest.mark.parametrize("head", TOGETHER.split())
def test_what_stands_in_brackets_or_behind_a_stroke_is_said_too(head: str) -> None:
    found = proposed((head,), incoming=REQUESTS, like=Mapping())
    assert found.columns == {}
    [said] = of_columns(found, REQUESTS, heads=(head,))
    assert f"“{head}”" in said


@pytest.mark.parametrize("head", ["被申请人（电话）", "甲方/联系电话", "申请人（联系方式）"])
def test_a_party_and_a_telephone_in_one_cell_are_no_party(head: str) -> None:
    assert proposed((head,), incoming=DISPUTES, like=Mapping()).columns == {}
    assert says_several(head, DISPUTES)
    assert proposed(("reporter (phone)",), incoming=CASES, like=Mapping()).columns == {}


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("联系电话（手机）", "phone"),
        ("联系电话（本人）", "phone"),
        ("联系电话（诉求人）", "phone"),
        ("手机号（11位）", "phone"),
        ("姓名（必填）", "name"),
        ("来电人/反映人", "name"),
        ("诉求内容（姓名、电话）", "story"),
        ("事发地址/位置", "place"),
    ],
)
def test_what_says_the_same_in_brackets_or_behind_a_stroke_stays_what_it_is(head: str, column: str) -> None:
    assert list(proposed((head,), incoming=REQUESTS, like=Mapping()).columns) == [column]
    assert not says_several(head, REQUESTS)
