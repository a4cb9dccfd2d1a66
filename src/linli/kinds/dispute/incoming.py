"""How disputes come in from outside: the columns of a row, and what it tells of their course."""

from collections.abc import Iterator
from typing import Any

from linli.ground.text import msg
from linli.kinds.dispute.commands.bringing import (
    SIDES,
    accepted_there,
    agreed_there,
    closed_there,
    declined_there,
    ended_there,
    party_again,
    performed_there,
)
from linli.kinds.dispute.commands.classing import classify, count_households
from linli.kinds.dispute.commands.opening import open_
from linli.matters.columns import (
    CELL,
    POINT,
    category,
    code,
    day,
    moment,
    money,
    name_of,
    number,
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
USUAL = {"dispute_class": "not_police_led", "origin": "application", "channel": "window"}
CALLED = {"a": "甲方", "b": "乙方"}
"""What stands in a title for the name of a party."""
DONE = {"registered": 0, "accepted": 1, "agreed": 2, "terminated": 2}
"""How many steps of the course are behind a dispute that stands there; once somebody here mediates, no list goes on."""
COLUMNS = (
    EXTERNAL,
    opened(
        msg("Registered on"),
        "登记时间|登记日期|申请时间|申请日期|发现时间|报送时间|排查时间|排查日期|上报时间|上报日期|录入时间|创建时间|"
        "来访时间|registered|applied",
    ),
    text("title", msg("Title"), "纠纷名称|纠纷标题|卷名|标题|事由|事件名称|事件标题|title|subject", most=120),
    story(
        msg("What the dispute is about"),
        "纠纷简要情况|纠纷概况|纠纷情况|简要情况|纠纷事实|纠纷内容|纠纷描述|纠纷简介|基本情况|"
        "纠纷详情|纠纷简况|矛盾内容|矛盾描述|矛盾情况|事件内容|事件描述|事件概述|事件简述|简要案情|案情简介|主要事实|"
        "主要情况|简要描述|情况描述|争议事项|facts|description|story",
    ),
    category(
        "纠纷类型|纠纷类别|矛盾类型|矛盾纠纷类型|矛盾类别|纠纷种类|事件类型|事件类别|案件类型|案件类别|type of dispute|"
        "category",
        means={
            "MF": "婚姻家庭|婚姻家庭矛盾",
            "NB": "邻里|邻里关系|邻里矛盾",
            "HS": "房屋宅基地|房屋|宅基地",
            "CT": "合同",
            "PO": "生产经营",
            "DM": "损害赔偿",
            "FL": "山林土地",
            "EX": "征地拆迁",
            "EV": "环境污染",
            "LB": "劳动争议|劳动纠纷",
            "CS": "消费",
            "MD": "医疗",
            "TR": "道路交通事故|交通事故",
            "PM": "物业",
            "OT": "其他|其它",
        },
    ),
    code("dispute_class", msg("Class"), "警情类别|警情分类|纠纷分类|dispute class"),
    code(
        "origin",
        msg("Where it comes from"),
        "纠纷来源|案件来源|来源|受理方式|受理来源|事件来源|矛盾来源|信息来源|origin|source",
        means={
            "application": "申请|依申请|当事人申请",
            "own_round": "主动|主动调解|依职权|主动排查|排查发现",
            "police": "公安移送|公安委托|110移送",
            "court": "法院委托|法院委派|诉前委派|委派调解|委托调解",
            "transfer": "政府转办|部门移送|移送|交办|转办",
        },
    ),
    code("channel", msg("How it came"), "受理渠道|登记渠道|渠道|channel", means={"hotline": "12345", "police": "110"}),
    code("court_stage", msg("Which commission of a court"), "委托阶段|委派阶段|court stage"),
    unit(
        msg("Committee or unit"),
        "调解委员会|调解组织|人民调解委员会|调解单位|受理单位|登记单位|调委会|调解机构|承办单位|办理单位|处理单位|"
        "责任单位|主办单位|化解单位|调处单位|排查单位|上报单位|committee|unit",
    ),
    text(
        "place",
        msg("Where"),
        "纠纷地点|发生地点|地点|地址|纠纷地址|纠纷发生地|矛盾地点|发生地址|发生地|事发地点|事发地址|事发地|事件地点|"
        "事件地址|问题地址|详细地址|具体地址|具体地点|具体位置|address|place",
        most=200,
    ),
    CELL,
    POINT,
    day("happened_on", msg("It happened on"), "发生时间|发生日期|纠纷发生时间|happened"),
    number("households", msg("Households concerned"), "涉及户数|户数|households"),
    text("requests", msg("What is asked for"), "请求事项|调解请求|当事人请求|主要诉求|申请事项|诉求|requests"),
    name_of(
        "name_a",
        msg("Name, side A"),
        "甲方|甲方姓名|甲方当事人|申请人|申请人姓名|申请方|当事人甲|当事人甲姓名|当事人一|side a|applicant",
    ),
    phone_of(
        "phone_a",
        msg("Telephone, side A"),
        "甲方电话|甲方联系电话|申请人电话|申请人联系电话|当事人甲电话|phone a|applicant phone",
    ),
    name_of(
        "name_b",
        msg("Name, side B"),
        "乙方|乙方姓名|乙方当事人|被申请人|被申请人姓名|被申请方|当事人乙|当事人乙姓名|当事人二|side b|respondent",
    ),
    phone_of(
        "phone_b",
        msg("Telephone, side B"),
        "乙方电话|乙方联系电话|被申请人电话|被申请人联系电话|当事人乙电话|对方电话|phone b|respondent phone",
    ),
    moment("accepted_at", msg("Day it was taken on"), "受理时间|受理日期|accepted"),
    moment(
        "ended_at",
        msg("Agreed or ended on"),
        "调解时间|调解日期|达成协议时间|协议签订时间|协议签订日期|协议达成时间|调解完成时间|"
        "调解成功时间|化解时间|化解日期|调处时间|终止时间|agreed on|ended on",
    ),
    code(
        "result",
        msg("Result of mediation"),
        "调解结果|处理结果|结果|是否调解成功|是否化解|是否达成协议|化解结果|化解状态|调处结果|调解结论|办理结果|result|"
        "outcome",
        of="outcome",
        means={
            "settled": "成功|调解成功|达成协议|已化解|化解|是|success|agreed",
            "terminated": "未成功|不成功|调解不成功|调解未成功|调解不成|调解失败|未达成协议|未化解|终止|否|failed",
            "declined": "不受理|未受理",
        },
        history=True,
    ),
    code(
        "agreement_form",
        msg("Written or oral"),
        "协议形式|协议类型|form of agreement",
        means={"written": "书面|书面协议|调解协议书", "oral": "口头|口头协议"},
        history=True,
    ),
    text(
        "agreement",
        msg("Content of the agreement"),
        "协议内容|调解协议内容|协议主要内容|履行方式|agreement|terms",
        history=True,
    ),
    money(
        "amount_fen",
        msg("Amount in yuan"),
        "协议金额|涉及金额|协议涉及金额|涉案金额|调解金额|标的额|金额|amount",
        history=True,
    ),
    day("perform_by", msg("To be performed by"), "履行期限|履行时限|约定履行时间|perform by", history=True),
    code(
        "termination_reason",
        msg("Why it ended"),
        "终止原因|调解不成原因|未成功原因|reason of ending",
        means={
            "unreachable": "当事人无法联系|无法联系",
            "unwilling": "一方不愿调解|当事人不愿调解|拒绝调解",
            "too_far_apart": "分歧较大|双方分歧较大|意见分歧",
            "term_over": "期限届满|超过期限",
            "refuses_to_sign": "拒绝签字|拒不签字",
            "withdrawn": "自行和解|撤回申请|撤回",
            "moved": "转诉讼|已起诉|转仲裁|转案件",
        },
        history=True,
    ),
    code("decline_reason", msg("Why it was not taken on"), "不受理原因|不予受理原因|reason of refusal", history=True),
    moment("closed_at", msg("Closed on"), "结案时间|结案日期|归档时间|归档日期|办结时间|办结日期|完结时间|closed"),
)

COURSE = ("opened_at", "accepted_at", "ended_at", "closed_at")
MENDED: Corrections = (
    (frozenset({"title"}), rename),
    *((frozenset({f"name_{side}", f"phone_{side}"}), party_again) for side in SIDES),
    (frozenset({"category", "dispute_class"}), classify),
    (frozenset({"households"}), count_households),
)
CORRECTABLE = correctable(MENDED)
ONWARDS = frozenset(
    {*COURSE[1:], "result", "agreement_form", "agreement", "amount_fen", "perform_by"}
    | {"termination_reason", "decline_reason"}
)
UNSAID = msg(
    "It is over, and nothing says what came of it. Fill it in: settled, ended without a settlement, not taken on."
)
UNDATED = msg("It says what came of it, and not when. Fill in when it was agreed or ended, or when it was closed.")
HANDED_OVER = msg("What it became is another matter, which no row opens. Leave it out, and hand it over by hand.")
NO_REASON = msg("Nothing says why. Fill it in.")


def tell(told: Told) -> Iterator[Step]:
    """Registered; where the row says so taken on or not, settled or ended, closed."""
    in_order(COLUMNS, told, *COURSE)
    yield Step(told["opened_at"], open_, _opening(told), "opened_at")
    yield from _course(told)


def _opening(told: Told) -> Told:
    return {**USUAL, "title": _title(told), **told, "parties": list(_parties(told))}


def _parties(told: Told) -> Iterator[dict[str, Any]]:
    for side in SIDES:
        if name := told.get(f"name_{side}"):
            yield {"side": side, "name": name, "phone": told.get(f"phone_{side}", "")}


def _title(told: Told) -> str:
    """The beginning of what was told, which nearly always says who: a title says what."""
    title: str = told["story"]
    for side in SIDES:
        for who, called in ((told.get(f"name_{side}"), CALLED[side]), (told.get(f"phone_{side}"), "")):
            title = title.replace(who, called) if who else title
    return title[:TITLE]


def _course(told: Told) -> Iterator[Step]:
    """What a later column tells has all before it behind it, at the latest moment that is known for it."""
    accepted, closed = told.get("accepted_at"), told.get("closed_at")
    result, ended = told.get("result"), told.get("ended_at", closed)
    if result is None and ended is not None:
        raise Wrong("result", UNSAID)
    if result == "declined":
        yield Step(ended or told["opened_at"], declined_there, _with_reason(told, "decline_reason"), "result")
        return
    if accepted or result:
        yield Step(accepted or told["opened_at"], accepted_there, {}, "accepted_at")
    if result is None:
        return
    if ended is None:
        raise Wrong("ended_at", UNDATED)
    yield _end(told, result, ended)
    if closed and result == "settled":
        yield Step(closed, performed_there, {}, "closed_at")
    if closed:
        yield Step(closed, closed_there, {}, "closed_at")


def _end(told: Told, result: str, ended: Any) -> Step:
    if result == "settled":
        return Step(ended, agreed_there, told, "ended_at")
    if result == "terminated":
        return Step(ended, ended_there, _with_reason(told, "termination_reason"), "ended_at")
    raise Wrong("result", HANDED_OVER)


def _with_reason(told: Told, name: str) -> Told:
    if name not in told:
        raise Wrong(name, NO_REASON)
    return told


def mend(told: Told, changed: frozenset[str], state: State) -> Iterator[Step]:
    """What went on since, and what is said otherwise now; what nothing here corrects is noted."""
    rest = changed - CORRECTABLE - ONWARDS
    stands = {"dispute_class": state.data["dispute_class"], "category": state.category}
    yield from corrected(MENDED, told, changed, stands=stands)
    if rest:
        yield Step(told["taken_at"], note, {"text": noted(COLUMNS, told, rest)}, min(rest))
    if ONWARDS & changed:
        yield from went_on(_course(told), ONWARDS & changed, done=DONE, state=state)


INCOMING = Incoming(columns=COLUMNS, tell=tell, mend=mend, usual=USUAL)
