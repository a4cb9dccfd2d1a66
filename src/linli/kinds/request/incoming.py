"""How requests come in from outside: the columns of a row, and what it tells of their course."""

from collections.abc import Iterator
from itertools import islice

from linli.ground.text import msg
from linli.kinds.request.commands.bringing import (
    accepted_there,
    answered_there,
    brought_in,
    closed_there,
    dispatched_there,
)
from linli.kinds.request.commands.describing import correct_place, reclassify
from linli.kinds.request.commands.opening import reporter
from linli.matters.command import Command, Decide
from linli.matters.everyday import note, rename
from linli.matters.incoming import (
    CATEGORIES,
    CELLS,
    EXTERNAL,
    UNITS,
    Column,
    Incoming,
    Step,
    Told,
    Wrong,
    in_order,
    noted,
)
from linli.matters.state import State

TITLE = 40
USUAL = {"sort": "other", "channel": "transfer"}
DONE = {"handed_in": 0, "accepted": 1, "dispatched": 2}
"""How many steps of the course are behind a request that stands there; once somebody here signed, no list goes on."""

COLUMNS = (
    EXTERNAL,
    Column(
        name="opened_at",
        word=msg("Taken in on"),
        synonyms=(
            "受理时间",
            "来电时间",
            "登记时间",
            "创建时间",
            "留言时间",
            "诉求时间",
            "CREATE_TIME",
            "opened",
            "created",
        ),
        reads="moment",
        needed=True,
    ),
    Column(
        name="title",
        word=msg("Title"),
        synonyms=("标题", "留言主题", "主题", "诉求标题", "工单标题", "subject", "title"),
        most=120,
    ),
    Column(
        name="story",
        word=msg("What the request is about"),
        synonyms=("诉求内容", "内容", "留言详情", "问题描述", "来电内容", "事件描述", "description", "body", "content"),
        needed=True,
        most=20_000,
    ),
    Column(
        name="category",
        word=msg("Category"),
        synonyms=("类别", "分类", "诉求类别", "一级标签", "事件类型", "EVENT_TYPE", "category", "label"),
        reads="code",
        of=CATEGORIES,
        needed=True,
    ),
    Column(
        name="sort",
        word=msg("Sort of request"),
        synonyms=("诉求类型", "诉求性质", "性质", "工单类型", "EVENT_PROPERTY", "sort", "nature"),
        reads="code",
        of="sort",
    ),
    Column(
        name="channel",
        word=msg("How it came"),
        synonyms=("来源", "渠道", "来电渠道", "诉求渠道", "EVENT_SRC", "channel"),
        reads="code",
        of="channel",
    ),
    Column(
        name="urgency",
        word=msg("How urgent it is"),
        synonyms=("紧急程度", "缓急", "urgency", "priority"),
        reads="code",
        of="urgency",
    ),
    Column(
        name="unit",
        word=msg("Taken in by"),
        synonyms=("受理单位", "登记单位", "街道", "STREET", "intake unit", "unit"),
        reads="code",
        of=UNITS,
    ),
    Column(
        name="place",
        word=msg("Where"),
        synonyms=("地址", "地点", "事发地点", "诉求地址", "发生地点", "OCCUR_PLACE", "address", "place"),
        most=200,
    ),
    Column(
        name="cell",
        word=msg("Grid cell"),
        synonyms=("网格", "网格编号", "网格编码", "所属网格", "grid", "cell"),
        reads="code",
        of=CELLS,
    ),
    Column(
        name="point",
        word=msg("Point on the map"),
        synonyms=("坐标", "经纬度", "point", "coordinates", "lon,lat"),
        reads="point",
    ),
    Column(
        name="name",
        word=msg("Name of the requester"),
        synonyms=("姓名", "来电人", "诉求人", "联系人", "反映人", "诉求人姓名", "留言用户", "reporter", "name"),
        personal=True,
        most=60,
    ),
    Column(
        name="phone",
        word=msg("Telephone"),
        synonyms=("电话", "联系电话", "来电号码", "手机号", "手机号码", "联系方式", "phone", "mobile"),
        personal=True,
        most=40,
    ),
    Column(
        name="confidential",
        word=msg("Confidential"),
        synonyms=("是否保密", "保密", "confidential"),
        reads="yes",
    ),
    Column(
        name="wants_reply",
        word=msg("Wants to be told the answer"),
        synonyms=("是否回复", "是否需要回复", "要求回复", "wants reply"),
        reads="yes",
    ),
    Column(
        name="due_at",
        word=msg("To be answered by"),
        synonyms=("办结时限", "截止时间", "要求办结时间", "办理期限", "到期时间", "due", "deadline"),
        reads="moment",
    ),
    Column(
        name="accepted_at",
        word=msg("Accepted on"),
        synonyms=("立案时间", "审核时间", "接单时间", "accepted"),
        reads="moment",
        history=True,
    ),
    Column(
        name="dispatched_at",
        word=msg("Dispatched on"),
        synonyms=("派单时间", "派发时间", "转办时间", "交办时间", "dispatched"),
        reads="moment",
        history=True,
    ),
    Column(
        name="handler",
        word=msg("Handled by"),
        synonyms=("承办单位", "处置单位", "办理单位", "责任单位", "主办单位", "DISPOSE_UNIT", "handler", "department"),
        reads="code",
        of=UNITS,
        history=True,
    ),
    Column(
        name="closed_at",
        word=msg("Closed on"),
        synonyms=("办结时间", "结案时间", "完成时间", "办理完成时间", "归档时间", "closed"),
        reads="moment",
        history=True,
    ),
    Column(
        name="answer",
        word=msg("Answer"),
        synonyms=("答复内容", "办理结果描述", "处理意见", "答复意见", "回复内容", "answer", "reply"),
        most=20_000,
        history=True,
    ),
    Column(
        name="result",
        word=msg("Result"),
        synonyms=("办理结果", "处理结果", "结果", "result"),
        reads="code",
        of="result",
        history=True,
    ),
    Column(
        name="solved",
        word=msg("Solved, the resident says"),
        synonyms=("是否解决", "解决情况", "solved"),
        reads="code",
        of="solved",
        history=True,
    ),
    Column(
        name="satisfaction",
        word=msg("How satisfied the resident is"),
        synonyms=("满意度", "满意情况", "评价", "回访满意度", "satisfaction"),
        reads="code",
        of="satisfaction",
        history=True,
    ),
)


COURSE = ("opened_at", "accepted_at", "dispatched_at", "closed_at")
MENDED: tuple[tuple[frozenset[str], Command | Decide], ...] = (
    (frozenset({"name", "phone"}), reporter),
    (frozenset({"title"}), rename),
    (frozenset({"category", "sort", "urgency"}), reclassify),
    (frozenset({"place", "cell", "point"}), correct_place),
)
"""What is said when one of these columns says something else than before."""
CORRECTABLE = frozenset[str]().union(*(names for names, _decide in MENDED))
ONWARDS = frozenset({*COURSE[1:], "handler", "answer", "result", "solved", "satisfaction"})
UNHANDLED = msg("It was dispatched, and no unit is named. Say who handled it.")
SHUT = msg(
    "It went further here, and the file says something else of its course. Go on with it by hand, or leave it as it is."
)
OWN_TITLE = msg(
    "It is confidential, so its words cannot be its title. Write a title that says what it is about, not who."
)
KEPT = msg(
    "It is confidential, or is to be so now. A note would let others read what the list says: "
    "ask the desk that took it in to put it right."
)


def tell(told: Told) -> Iterator[Step]:
    """Taken in; where the row says so accepted, dispatched, answered, rated and closed."""
    in_order(COLUMNS, told, *COURSE)
    opened = told["opened_at"]
    yield Step(opened, brought_in, _opening(told), "opened_at")
    yield from _course(told)


def _opening(told: Told) -> Told:
    named = told.get("name") or told.get("phone")
    if told.get("confidential") and "title" not in told:
        raise Wrong("title", OWN_TITLE)
    return {**USUAL, "title": told["story"][:TITLE], "anonymous": not named, **told}


def _course(told: Told) -> Iterator[Step]:
    """What a later column tells has all before it behind it, at the latest moment that is known for it."""
    opened, closed = told["opened_at"], told.get("closed_at")
    dispatched = told.get("dispatched_at")
    if dispatched and "handler" not in told:
        raise Wrong("handler", UNHANDLED)
    sent = "handler" in told or closed is not None
    accepted = told.get("accepted_at")
    if not (accepted or sent or "due_at" in told):
        return
    accepted = accepted or opened
    yield Step(accepted, accepted_there, told, "accepted_at" if "accepted_at" in told else "opened_at")
    if not sent:
        return
    told = {"handler": told["unit"], **told}
    yield Step(dispatched or accepted, dispatched_there, told, "dispatched_at")
    if closed is None:
        return
    yield Step(closed, answered_there, told, "closed_at")
    yield Step(closed, closed_there, told, "satisfaction")


def mend(told: Told, changed: frozenset[str], state: State) -> Iterator[Step]:
    """What went on since, and what is said otherwise now; what nothing here corrects is noted."""
    at, rest = told["taken_at"], changed - CORRECTABLE - ONWARDS
    if rest and (state.data["confidential"] or "confidential" in rest):
        raise Wrong(min(rest), KEPT)
    for names, decide in MENDED:
        if names & changed:
            yield Step(at, decide, {name: told.get(name) for name in names}, min(names & changed))
    if rest:
        yield Step(at, note, {"text": noted(COLUMNS, told, rest)}, min(rest))
    if ONWARDS & changed:
        if state.stage not in DONE:
            raise Wrong(min(ONWARDS & changed), SHUT)
        yield from islice(_course(told), DONE[state.stage], None)


INCOMING = Incoming(columns=COLUMNS, tell=tell, mend=mend)
