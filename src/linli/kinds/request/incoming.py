"""How requests come in from outside: the columns of a row, and what it tells of their course."""

from collections.abc import Iterator

from linli.ground.text import msg
from linli.kinds.request import choices
from linli.kinds.request.commands.bringing import (
    accepted_there,
    answered_there,
    brought_in,
    closed_there,
    dispatched_there,
)
from linli.kinds.request.commands.describing import correct_place, reclassify
from linli.kinds.request.commands.opening import reporter
from linli.matters.columns import (
    CELL,
    POINT,
    category,
    code,
    moment,
    name_of,
    opened,
    phone_of,
    story,
    text,
    unit,
    yes,
)
from linli.matters.everyday import note, rename
from linli.matters.incoming import (
    EXTERNAL,
    UNITS,
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
USUAL = {"sort": "other", "channel": "transfer"}
DONE = {"handed_in": 0, "accepted": 1, "dispatched": 2}
"""How many steps of the course are behind a request that stands there; once somebody here signed, no list goes on."""

COLUMNS = (
    EXTERNAL,
    opened(
        msg("Taken in on"),
        "受理时间|来电时间|登记时间|创建时间|留言时间|诉求时间|反映时间|受理日期|来电日期|登记日期|反映日期|诉求日期|"
        "提交时间|建单时间|上报时间|上报日期|创建日期|生成时间|录入时间|来件时间|来信时间|来信日期|写信时间|投诉时间|"
        "申请时间|发起时间|发现时间|采集时间|通话时间|CREATE_TIME|opened|created",
    ),
    text(
        "title",
        msg("Title"),
        "标题|留言主题|主题|诉求标题|工单标题|事件标题|事件名称|案件标题|诉求主题|工单主题|来电主题|来信主题|信件标题|"
        "信件主题|问题标题|事项标题|留言标题|subject|title",
        most=120,
    ),
    story(
        msg("What the request is about"),
        "诉求内容|内容|留言详情|问题描述|来电内容|事件描述|反映问题|反映内容|反映情况|诉求描述|诉求详情|问题内容|"
        "工单内容|工单描述|主要内容|具体内容|详细内容|受理内容|登记内容|投诉内容|来信内容|信件内容|留言内容|上报内容|"
        "事件内容|事件详情|事件概述|事件简述|案件描述|问题详情|问题概述|诉求概述|情况描述|描述|详情|"
        "description|body|content",
    ),
    category(
        "类别|分类|诉求类别|诉求分类|问题类别|问题分类|问题类型|内容分类|内容类别|事项分类|一级标签|事件类型|"
        "事件类别|事件分类|案件类别|案件类型|工单类别|工单分类|业务分类|归口分类|受理类别|来电类别|信件类别|问题大类|"
        "事件大类|案件大类|诉求大类|大类|一级分类|一级类别|EVENT_TYPE|category|label"
    ),
    code(
        "sort",
        msg("Sort of request"),
        "诉求类型|诉求性质|性质|工单类型|工单性质|来电类型|来电性质|受理类型|业务类型|信件类型|留言类型|EVENT_PROPERTY|"
        "sort|nature",
    ),
    code(
        "channel",
        msg("How it came"),
        "来源|渠道|来电渠道|诉求渠道|诉求来源|工单来源|受理渠道|受理方式|反映渠道|反映方式|来源渠道|来源方式|来电方式|"
        "诉求方式|受理途径|登记渠道|接入渠道|上报方式|上报渠道|上报来源|事件来源|案件来源|问题来源|信息来源|EVENT_SRC|"
        "channel",
        means={
            "phone": "电话|电话来电|来电话|热线来电|热线电话|拨打电话",
            "sms": "手机短信|发短信",
            "mailbox": "市长信箱|书记信箱|领导信箱",
            "app": "手机APP|手机客户端|移动客户端",
            "mini_program": "微信小程序|支付宝小程序",
            "window": "来访|现场来访|窗口来访|窗口登记",
            "grid_round": "网格巡查|网格上报|网格员上报|网格员走访",
            "transfer": "12345转办|热线平台转办",
        },
    ),
    code("urgency", msg("How urgent it is"), "紧急程度|缓急|缓急程度|紧急等级|紧急级别|urgency|priority"),
    unit(
        msg("Taken in by"),
        "受理单位|登记单位|受理部门|登记部门|上报单位|街道|街道名称|所属街道|事发街道|属地街道|街镇|镇街|所属街镇|"
        "所属镇街|街道乡镇|乡镇街道|乡镇|社区|所属社区|社区名称|所属村社区|STREET|intake unit|unit",
    ),
    text(
        "place",
        msg("Where"),
        "地址|地点|事发地点|事发地址|诉求地址|诉求地点|反映地址|反映地点|问题地点|问题地址|问题位置|发生地点|发生地址|发生位置|"
        "发生地|事发位置|事发地|事件地点|事件地址|事件位置|案件地址|案件位置|案发地点|现场地址|现场地点|投诉地址|涉及地址|"
        "涉及地点|详细地址|详细位置|具体地址|具体地点|具体位置|所在位置|地理位置|地址描述|位置描述|位置|"
        "OCCUR_PLACE|address|place",
        most=200,
    ),
    CELL,
    POINT,
    name_of(
        "name",
        msg("Name of the requester"),
        "姓名|来电人|诉求人|联系人|反映人|诉求人姓名|来电人姓名|反映人姓名|联系人姓名|留言用户|留言人|投诉人|"
        "投诉人姓名|来信人|来信人姓名|写信人|来访人|来访人姓名|举报人|求助人|咨询人|申请人|申请人姓名|诉求者|"
        "市民姓名|群众姓名|居民姓名|reporter|name",
    ),
    phone_of(
        "phone",
        msg("Telephone"),
        "电话|联系电话|来电号码|手机号|手机号码|联系方式|诉求人电话|来电人电话|反映人电话|联系人电话|来电电话|主叫号码|"
        "联系号码|手机|移动电话|投诉人电话|来信人电话|申请人电话|市民电话|群众电话|居民电话|phone|mobile",
    ),
    yes("confidential", msg("Confidential"), "是否保密|保密|要求保密|是否要求保密|信息保密|confidential"),
    yes(
        "wants_reply",
        msg("Wants to be told the answer"),
        "是否回复|是否需要回复|要求回复|是否要求回复|是否需要答复|是否要求答复|要求答复|wants reply",
    ),
    moment(
        "due_at",
        msg("To be answered by"),
        "办结时限|截止时间|要求办结时间|办理期限|办理时限|办结期限|到期时间|截止日期|办理截止时间|处理截止时间|"
        "处置截止时间|办结截止时间|限办时间|限办日期|应办结时间|应结时间|规定办结时间|限时办结时间|承诺办结时间|"
        "预计办结时间|预计完成时间|要求完成时间|要求反馈时间|要求办结日期|要求答复时间|要求答复日期|要求回复时间|"
        "要求回复日期|应答复时间|应回复时间|最晚办结时间|最晚答复时间|最晚回复时间|最迟办结时间|最迟答复时间|最迟回复时间|"
        "due|deadline",
        history=False,
    ),
    moment("accepted_at", msg("Accepted on"), "立案时间|审核时间|接单时间|accepted"),
    moment(
        "dispatched_at",
        msg("Dispatched on"),
        "派单时间|派发时间|转办时间|交办时间|派单日期|交办日期|转办日期|派发日期|派件时间|派遣时间|派遣日期|分派时间|"
        "分拨时间|分办时间|下派时间|下发时间|转派时间|转交时间|dispatched",
    ),
    code(
        "handler",
        msg("Handled by"),
        "承办单位|处置单位|办理单位|责任单位|主办单位|承办部门|办理部门|责任部门|主办部门|处理单位|处理部门|"
        "处置部门|经办单位|经办部门|承接单位|承办机构|接单单位|接收单位|主责单位|主责部门|牵头单位|牵头部门|答复单位|"
        "回复单位|答复部门|责任主体|处置主体|DISPOSE_UNIT|handler|department",
        of=UNITS,
        history=True,
    ),
    moment(
        "closed_at",
        msg("Closed on"),
        "办结时间|结案时间|完成时间|办理完成时间|归档时间|办结日期|结案日期|完结时间|完结日期|完成日期|结束时间|结单时间|"
        "办毕时间|处理完毕时间|办理完毕时间|关闭时间|销号时间|closed",
    ),
    text(
        "answer",
        msg("Answer"),
        "答复内容|办理结果描述|处理意见|答复意见|回复内容|处理结果描述|处置结果描述|办理结果说明|处理结果说明|办理意见|"
        "办结意见|结案意见|回复意见|处置意见|承办意见|单位意见|部门意见|单位答复|部门答复|办理答复|办理回复|反馈内容|"
        "反馈意见|办理内容|处理内容|办结内容|处理措施|处置措施|办理情况|处理情况|处置情况|办结情况|答复情况|回复情况|"
        "反馈情况|answer|reply",
        history=True,
    ),
    code(
        "result",
        msg("Result"),
        "办理结果|处理结果|处置结果|办结结果|处理结论|办理结论|结果|result",
        history=True,
        means={choices.UNTOLD: "已办结|办结|已办理|已处理|处理完毕|办理完毕|已完成|完成|已结案|结案|已答复|已回复"},
    ),
    code(
        "solved",
        msg("Solved, the resident says"),
        "是否解决|解决情况|是否已解决|是否得到解决|解决结果|solved",
        history=True,
    ),
    code(
        "satisfaction",
        msg("How satisfied the resident is"),
        "满意度|满意情况|是否满意|评价|回访满意度|满意度评价|满意程度|满意率|评价结果|评价情况|群众评价|市民评价|"
        "回访评价|服务评价|办理结果满意度|处理结果满意度|办理结果评价|回访结果|回访情况|satisfaction",
        history=True,
    ),
)


COURSE = ("opened_at", "accepted_at", "dispatched_at", "closed_at")
MENDED: Corrections = (
    (frozenset({"name", "phone"}), reporter),
    (frozenset({"title"}), rename),
    (frozenset({"category", "sort", "urgency"}), reclassify),
    (frozenset({"place", "cell", "point"}), correct_place),
)
CORRECTABLE = correctable(MENDED)
ONWARDS = frozenset({*COURSE[1:], "handler", "answer", "result", "solved", "satisfaction"})
UNHANDLED = msg("It was dispatched, and no unit is named. Say who handled it.")
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
    yield Step(told["opened_at"], brought_in, _opening(told), "opened_at")
    yield from _course(told)


def _opening(told: Told) -> Told:
    named = told.get("name") or told.get("phone")
    if told.get("confidential") and "title" not in told:
        raise Wrong("title", OWN_TITLE)
    return {**USUAL, "title": told["story"][:TITLE], "anonymous": not named, **told}


def _course(told: Told) -> Iterator[Step]:
    """What a later column tells has all before it behind it, at the latest moment that is known for it."""
    closed = told.get("closed_at")
    dispatched = told.get("dispatched_at")
    if dispatched and "handler" not in told:
        raise Wrong("handler", UNHANDLED)
    sent = "handler" in told or closed is not None
    accepted = told.get("accepted_at")
    if not (accepted or sent or "due_at" in told):
        return
    accepted = accepted or told["opened_at"]
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
    yield from corrected(MENDED, told, changed)
    if rest:
        yield Step(at, note, {"text": noted(COLUMNS, told, rest)}, min(rest))
    if ONWARDS & changed:
        yield from went_on(_course(told), ONWARDS & changed, done=DONE, state=state)


INCOMING = Incoming(columns=COLUMNS, tell=tell, mend=mend, usual={**USUAL, "urgency": choices.ORDINARY})
