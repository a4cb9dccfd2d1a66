"""Whole rows of headings, as platforms of others export them: each column is proposed for what it says, or not read."""

from collections.abc import Mapping as Table

import pytest

from linli.kinds.case.incoming import INCOMING as CASES
from linli.kinds.dispute.incoming import INCOMING as DISPUTES
from linli.kinds.request.incoming import INCOMING as REQUESTS
from linli.matters.incoming import Incoming
from linli.sheets.mapping import Mapping
from linli.sheets.proposing import proposed

Row = Table[str, str]
SECOND = "联系电话2"
"""Of two that are alike the first of the list is taken, so their order does make a difference."""
HOTLINE: Row = {
    "工单编号": "external",
    "来电时间": "opened_at",
    "来电人": "name",
    "联系电话1": "phone",
    SECOND: "",
    "诉求内容": "story",
    "问题地址": "place",
    "诉求分类": "category",
    "办结时间": "closed_at",
    "处理单位": "handler",
    "办理结果": "result",
    "满意度": "satisfaction",
}
HOTLINE_IN_FULL: Row = {
    "序号": "",
    "受理编号": "external",
    "受理时间": "opened_at",
    "受理人": "",
    "受理渠道": "channel",
    "诉求人姓名": "name",
    "诉求人性别": "",
    "诉求人联系电话": "phone",
    "诉求人详细地址": "",
    "诉求标题": "title",
    "诉求描述": "story",
    "事发地址": "place",
    "诉求类型": "sort",
    "诉求大类": "category",
    "诉求小类": "",
    "紧急程度": "urgency",
    "是否保密": "confidential",
    "派单时间": "dispatched_at",
    "承办单位": "handler",
    "承办单位联系电话": "",
    "经办人": "",
    "规定办结时间": "due_at",
    "实际办结时间": "closed_at",
    "承办单位意见": "answer",
    "处理结果": "result",
    "诉求是否解决": "solved",
    "回访结果": "",
    "办理结果满意度": "satisfaction",
}
GRID: Row = {
    "事件编号": "external",
    "事件标题": "title",
    "事件描述": "story",
    "事件类型": "category",
    "事件来源": "channel",
    "上报时间": "opened_at",
    "上报人": "",
    "上报人电话": "",
    "所属街道": "unit",
    "所属社区": "",
    "所属网格": "cell",
    "网格员": "",
    "网格员联系电话": "",
    "发生地址": "place",
    "经度": "point",
    "纬度": "point",
    "派遣时间": "dispatched_at",
    "处置部门": "handler",
    "处置截止时间": "due_at",
    "完结时间": "closed_at",
    "处置情况": "answer",
    "处置结果": "result",
    "事件状态": "",
}
TOWN: Row = {
    "任务号": "external",
    "问题来源": "channel",
    "案件大类": "category",
    "案件小类": "",
    "案件描述": "story",
    "地址描述": "place",
    "单元网格": "cell",
    "立案时间": "accepted_at",
    "上报时间": "opened_at",
    "派遣时间": "dispatched_at",
    "主责部门": "handler",
    "结案时间": "closed_at",
    "处理意见": "answer",
    "监督员": "",
}
BOARD: Row = {
    "留言编号": "external",
    "留言用户": "name",
    "留言主题": "title",
    "留言时间": "opened_at",
    "留言详情": "story",
    "一级标签": "category",
    "答复意见": "answer",
    "答复时间": "",
}
OPEN_DATA: Row = {
    "REC_ID": "external",
    "REPORT_NUM": "",
    "CREATE_TIME": "opened_at",
    "DISTRICT": "",
    "STREET": "unit",
    "COMMUNITY": "",
    "EVENT_TYPE": "category",
    "MAIN_TYPE": "",
    "SUB_TYPE": "",
    "DISPOSE_UNIT": "handler",
    "EVENT_SRC": "channel",
    "OPERATE_NUM": "",
    "EVENT_PROPERTY": "sort",
    "OCCUR_PLACE": "place",
}
LETTERS: Row = {
    "信件编号": "external",
    "来信人": "name",
    "来信人手机号码": "phone",
    "来信人住址": "",
    "来信时间": "opened_at",
    "信件标题": "title",
    "信件内容": "story",
    "信件类别": "category",
    "办理单位": "handler",
    "转办时间": "dispatched_at",
    "限办日期": "due_at",
    "回复内容": "answer",
    "回复时间": "",
    "办结日期": "closed_at",
    "回访满意度": "satisfaction",
}
QUARRELS: Row = {
    "排查编号": "external",
    "排查时间": "opened_at",
    "纠纷名称": "title",
    "纠纷类别": "category",
    "简要案情": "story",
    "事发地点": "place",
    "所属网格": "cell",
    "甲方当事人": "name_a",
    "甲方联系电话": "phone_a",
    "甲方住址": "",
    "乙方当事人": "name_b",
    "乙方联系电话": "phone_b",
    "涉及户数": "households",
    "化解单位": "unit",
    "调解员": "",
    "调解员电话": "",
    "是否化解": "result",
    "化解时间": "ended_at",
    "协议内容": "agreement",
    "归档日期": "closed_at",
}
MEDIATED: Row = {
    "卷宗号": "external",
    "申请日期": "opened_at",
    "申请人姓名": "name_a",
    "申请人身份证号": "",
    "申请人联系电话": "phone_a",
    "被申请人姓名": "name_b",
    "被申请人联系电话": "phone_b",
    "纠纷类型": "category",
    "纠纷事实": "story",
    "请求事项": "requests",
    "受理日期": "accepted_at",
    "调委会": "unit",
    "调解日期": "ended_at",
    "调解结果": "result",
    "协议形式": "agreement_form",
    "标的额": "amount_fen",
    "履行期限": "perform_by",
}
CALLS: Row = {
    "接警编号": "external",
    "报警时间": "opened_at",
    "报警人": "name",
    "报警人联系电话": "phone",
    "报警人住址": "",
    "警情类型": "category",
    "报警内容": "story",
    "警情地址": "place",
    "处警单位": "unit",
    "处警民警": "",
    "处警情况": "report",
    "处理结果": "result",
    "办结时间": "closed_at",
}
PLATFORMS = [
    (REQUESTS, HOTLINE),
    (REQUESTS, HOTLINE_IN_FULL),
    (REQUESTS, GRID),
    (REQUESTS, TOWN),
    (REQUESTS, BOARD),
    (REQUESTS, OPEN_DATA),
    (REQUESTS, LETTERS),
    (DISPUTES, QUARRELS),
    (DISPUTES, MEDIATED),
    (CASES, CALLS),
]


@pytest.mark.parametrize(("incoming", "row"), PLATFORMS)
def test_the_headings_of_a_platform_are_understood(incoming: Incoming, row: Row) -> None:
    assert said_of(incoming, row) == row


@pytest.mark.parametrize(("incoming", "row"), PLATFORMS)
def test_the_order_of_its_columns_makes_no_difference(incoming: Incoming, row: Row) -> None:
    row = {head: column for head, column in row.items() if head != SECOND}
    assert said_of(incoming, dict(reversed(row.items()))) == row


@pytest.mark.parametrize(
    ("heads", "column", "head"),
    [
        (("事件地址",), "place", "事件地址"),
        (("详细地址",), "place", "详细地址"),
        (("处理部门",), "handler", "处理部门"),
        (("经办单位",), "handler", "经办单位"),
        (("答复时间", "最终办结时间"), "closed_at", "最终办结时间"),
        (("办理情况", "答复内容"), "answer", "答复内容"),
        (("回访结果",), "satisfaction", "回访结果"),
        (("社区", "街道"), "unit", "街道"),
        (("社区",), "unit", "社区"),
        (("市民姓名", "来电人"), "name", "来电人"),
        (("市民姓名",), "name", "市民姓名"),
    ],
)
def test_what_says_it_loosely_is_taken_where_nothing_says_it_exactly(
    heads: tuple[str, ...], column: str, head: str
) -> None:
    found = proposed(heads, incoming=REQUESTS, like=Mapping())
    assert found.columns[column].heads == (head,)


@pytest.mark.parametrize("others", ["物业联系电话 社区联系电话", "紧急联系人 紧急联系人电话", "反馈人联系电话"])
def test_who_asked_is_found_beside_the_telephones_of_others(others: str) -> None:
    row = dict.fromkeys(others.split(), "") | {"来电人": "name", "联系电话": "phone"}
    assert said_of(REQUESTS, row) == row
    assert said_of(REQUESTS, {"市民姓名": "name", **dict.fromkeys(others.split(), "")})["市民姓名"] == "name"


@pytest.mark.parametrize(
    "head",
    [
        "受理人",
        "受理人姓名",
        "受理人联系电话",
        "经办人联系方式",
        "办理人单位",
        "处理单位联系人",
        "处理单位电话",
        "反馈人联系电话",
        "填报人联系电话",
        "采集人手机号码",
        "排查人联系电话",
        "值班联系电话",
        "物业联系电话",
        "社区联系电话",
        "街道联系电话",
        "企业联系电话",
        "商户联系电话",
        "紧急联系人",
        "紧急联系人电话",
        "负责人联系电话",
        "分管领导姓名",
        "网格长联系电话",
        "联系电话（承办单位）",
        "联系人（物业）",
        "来电人详细地址",
        "诉求人家庭详细地址",
        "户籍所在位置",
    ],
)
def test_who_saw_to_it_and_where_somebody_lives_are_proposed_for_nothing(head: str) -> None:
    for incoming in (REQUESTS, DISPUTES, CASES):
        assert not proposed((head,), incoming=incoming, like=Mapping()).columns


def said_of(incoming: Incoming, row: Row) -> Row:
    found = proposed(row, incoming=incoming, like=Mapping())
    read = {head: name for name, filled in found.columns.items() for head in filled.heads}
    return {head: read.get(head, "") for head in row}
