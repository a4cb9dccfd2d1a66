"""How cases come in from outside: the columns of a row, and what it tells of their course."""

from collections.abc import Iterator
from datetime import datetime

from linli.ground.clock import parse_moment
from linli.ground.text import msg
from linli.kinds.case.commands.bringing import brought_in, ended_there, filed_there, not_filed_there
from linli.kinds.case.commands.complainants import add_complainant
from linli.kinds.case.commands.describing import classify, correct_occurrence, describe_method
from linli.matters.columns import (
    CELL,
    POINT,
    category,
    code,
    moment,
    money,
    name_of,
    opened,
    phone_of,
    story,
    text,
    unit,
)
from linli.matters.everyday import note, rename
from linli.matters.incoming import (
    EXTERNAL,
    Corrections,
    Incoming,
    Step,
    Told,
    Wrong,
    correctable,
    corrected,
    in_order,
    noted,
    went_on,
)
from linli.matters.state import State

TITLE = 40
USUAL = {"source": "window"}
DONE = {"accepted": 0, "filed": 1}
"""How many steps of the course are behind a case that stands there; what is decided no list decides again."""
COLUMNS = (
    EXTERNAL,
    moment("occurred_from", msg("It happened from"), "发案时间|案发时间|发案开始时间|发生时间|occurred", history=False),
    moment("occurred_until", msg("It happened until"), "发案结束时间|发案时间止|occurred until", history=False),
    opened(
        msg("Accepted on"),
        "受理时间|受案时间|接警时间|接报时间|报案时间|报警时间|受理日期|受案日期|接案时间|"
        "接警日期|报案日期|报警日期|登记时间|登记日期|accepted|reported",
    ),
    text("title", msg("Title"), "案件名称|案名|警情标题|标题|title|subject", most=120),
    story(
        msg("What the case is about"),
        "简要案情|案情|案情简介|案情描述|警情内容|警情描述|报警内容|报案内容|基本案情|"
        "案件描述|案件简介|主要案情|简要警情|警情简介|简要情况|description|story",
    ),
    category("案件类别|案由|案别|案件性质|警情类别|案件类型|案件分类|警情类型|警情分类|报警类别|案类|offence|category"),
    code(
        "source",
        msg("How it came"),
        "案件来源|来源|报警方式|报案方式|接报方式|报警渠道|报案渠道|警情来源|受理方式|来源方式|source",
        means={
            "police_110": "110|110报警|110接警|电话报警|指挥中心指令",
            "window": "窗口|窗口报案|现场报案|上门报案|来所报案|口头报案",
            "round": "巡查|网格巡查|工作中发现|巡逻发现",
        },
    ),
    unit(
        msg("Unit"),
        "受理单位|办案单位|主办单位|立案单位|所属派出所|派出所|管辖单位|承办单位|办理单位|处理单位|受案单位|接警单位|"
        "处警单位|出警单位|侦办单位|办案部门|主办部门|unit|station",
    ),
    text(
        "place",
        msg("Where"),
        "案发地点|发案地点|发案地址|案发地址|地点|地址|事发地点|事发地址|事发地|发生地点|发生地址|发生地|案发地|发案地|"
        "作案地点|案件地点|案件地址|警情地点|警情地址|出警地点|详细地址|具体地址|具体地点|address|place",
        most=200,
    ),
    CELL,
    POINT,
    text("method", msg("How it was done"), "作案手段|作案手法|作案特点|手段|method"),
    money("loss_fen", msg("Loss in yuan"), "损失金额|损失价值|涉案金额|涉案价值|损失|loss"),
    name_of("name", msg("Name of the complainant"), "报案人|报案人姓名|报警人|报警人姓名|complainant|reporter"),
    phone_of(
        "phone",
        msg("Telephone"),
        "报案人电话|报警电话|报警人电话|报案电话|联系电话|联系方式|手机号|手机号码|电话|phone",
    ),
    moment("filed_at", msg("Filed on"), "立案时间|立案日期|filed"),
    text(
        "document",
        msg("Number of the decision to file"),
        "立案文书号|立案决定书文号|文书号|document",
        most=100,
        history=True,
    ),
    code(
        "result",
        msg("Result"),
        "处理结果|办理结果|案件结果|结案方式|案件状态|办理状态|处置结果|办案结果|处警结果|result|outcome",
        of="outcome",
        means={
            "solved": "破案|已破案|侦破|已侦破",
            "handled": "已结案|结案|办结|已办结|处罚结案",
            "withdrawn": "撤案|撤销案件|撤销",
            "transferred": "移送|移交|移送其他单位",
            "suspended": "中止|中止调查|中止侦查",
            "not_filed": "不予立案|不立案",
        },
        history=True,
    ),
    text(
        "report",
        msg("What was done"),
        "办理情况|处理情况|结案情况|处理意见|侦办情况|处警情况|出警情况|处置情况|侦查情况|调查情况|处警反馈|反馈内容|report",
        history=True,
    ),
    moment("solved_at", msg("Solved on"), "破案时间|破案日期|侦破时间|solved"),
    text("to_whom", msg("Transferred to"), "移送单位|移交单位|接收单位|transferred to", most=200, history=True),
    code("decline_reason", msg("Why it was not filed"), "不予立案原因|不立案原因|不予立案理由|reason", history=True),
    moment("closed_at", msg("Closed on"), "结案时间|结案日期|办结时间|办结日期|完结时间|closed"),
)

COURSE = ("opened_at", "filed_at", "solved_at", "closed_at")
MENDED: Corrections = (
    (frozenset({"title"}), rename),
    (frozenset({"category"}), classify),
    (frozenset({"occurred_from", "occurred_until", "place", "cell", "loss_fen"}), correct_occurrence),
    (frozenset({"method"}), describe_method),
    (frozenset({"name", "phone"}), add_complainant),
)
WITHOUT_MOMENT: Corrections = tuple(one for one in MENDED if "occurred_from" not in one[0])
"""Where nobody says when it happened, its place can only be noted."""
ONWARDS = frozenset({*COURSE[1:], "document", "result", "report", "to_whom", "decline_reason"})
UNSAID = msg("It is over, and nothing says what came of it. Fill in the result.")
UNDATED = msg("It says what came of it, and not when. Fill in when it was solved or closed.")
HANDED_OVER = msg("What it became is another matter, which no row opens. Leave it out, and hand it over by hand.")
NO_REASON = msg("Nothing says why. Fill it in.")


def tell(told: Told) -> Iterator[Step]:
    """Accepted; where the row says so filed or not, and what came of it."""
    in_order(COLUMNS, told, *COURSE)
    in_order(COLUMNS, told, "occurred_from", "occurred_until", "opened_at")
    yield Step(told["opened_at"], brought_in, {**USUAL, "title": _title(told), **told}, "opened_at")
    yield from _course(told)


def _title(told: Told) -> str:
    """The beginning of what was told, without whoever told it."""
    title: str = told["story"]
    for who, called in ((told.get("name"), "报案人"), (told.get("phone"), "")):
        title = title.replace(who, called) if who else title
    return title[:TITLE]


def _course(told: Told) -> Iterator[Step]:
    """What a later column tells has all before it behind it, at the latest moment that is known for it."""
    filed, ended = told.get("filed_at"), told.get("closed_at", told.get("solved_at"))
    result = told.get("result", "solved" if "solved_at" in told else None)
    if result is None and ended is not None:
        raise Wrong("result", UNSAID)
    if result == "converted":
        raise Wrong("result", HANDED_OVER)
    if result == "not_filed":
        if "decline_reason" not in told:
            raise Wrong("decline_reason", NO_REASON)
        yield Step(ended or told["opened_at"], not_filed_there, told, "result")
        return
    if filed or result:
        yield Step(filed or told["opened_at"], filed_there, told, "filed_at")
    if result:
        yield _end(told, result, ended)


def _end(told: Told, result: str, ended: datetime | None) -> Step:
    if ended is None:
        raise Wrong("closed_at", UNDATED)
    return Step(ended, ended_there, {**told, "result": result}, "result")


def mend(told: Told, changed: frozenset[str], state: State) -> Iterator[Step]:
    """What went on since, and what is said otherwise now; what nothing here corrects is noted."""
    corrections = MENDED if "occurred_from" in told else WITHOUT_MOMENT
    rest = changed - correctable(corrections) - ONWARDS
    yield from corrected(corrections, told, changed, stands=_stands(state, changed))
    if rest:
        yield Step(told["taken_at"], note, {"text": noted(COLUMNS, told, rest)}, min(rest))
    if ONWARDS & changed:
        yield from went_on(_course(told), ONWARDS & changed, done=DONE, state=state)


def _stands(state: State, changed: frozenset[str]) -> Told:
    """Of the occurrence what the state says; its end only where the row puts no other beginning before it."""
    stands = {"cell": state.cell, "loss_fen": state.data["loss_fen"]}
    if "occurred_from" not in changed and (until := state.data["occurred_until"]):
        stands["occurred_until"] = parse_moment(until)
    return stands


INCOMING = Incoming(columns=COLUMNS, tell=tell, mend=mend, usual=USUAL)
