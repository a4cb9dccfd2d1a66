"""What a heading says of itself: how it is compared, and that it is not what it ends or begins with."""

import re
import unicodedata
from collections.abc import Iterable

from linli.matters.incoming import Column

LONGEST = 200
SIGNS = r"[\s*＊:：_\-/·.]+"
ASIDE = re.compile(r"[(（【\[].*?[)）】\]]|" + SIGNS)
BLANKS = re.compile(r"[\s*＊_]+")
ONLY_SIGNS = re.compile(SIGNS + r"|[()（）【】\[\]]")
PARTS = re.compile(r"[(【\[/|&+,;]")
SORTS = (
    re.compile("身份证|证件号|住址|地址|地点|位置|address"),
    re.compile("电话|手机|联系方式|号码|phone|mobile"),
    re.compile(r"姓名|名字|联系人|name|reporter|complainant|(?:[人者]|[甲乙对请]方|业主|户主|市民|居民|群众|用户)\w?$"),
)
"""Of what a part of a heading tells: an address or a document, how somebody is reached, who it is. The first that fits:
联系人电话 is a telephone. What stands in brackets keeps its bracket, so that 联系电话（本人） says one thing."""
PLACE, CLOSED = "place", "closed_at"
NOT_THEN = re.compile(
    r"要求|预计|预期|计划|最[晚迟]|应|限|到期|截止|剩余|[延逾超]期|超时|规定|法定|承诺|期望|预约|下次|首次|初次|开始|是否|expected|planned"
)
"""When something should be, or only began: as the moment at which it was it would close what is open for good."""
STEP_OVER = re.compile(
    "(?:通话|来电|呼叫|受理|登记|录入|审核|回访|签收|[派接]单|分派|派发|转办|交办)(?:完成|结束|完毕)"
)
"""One step is over, not the matter."""
STAFF = re.compile(
    r"受理|经办|承办|办理|主办|处理|处置|登记|记录|录入|上报|填报|采集|排查|反馈|派单|审核|回访|接[线听]|坐席|话务|值班"
    r"|[警民调解]员|民警|网格|领导|负责|分管|单位|部门|物业|社区|街道|企业|商户|紧急"
)
"""Who saw to it, the office, or who else is to be called: a telephone or a name of theirs is not that of who asked."""
HOME = re.compile(
    r"(?:[人方者]|市民|群众|居民|[客用住]户|业主|户主)的?(?:详细|具体|现|常)?(?:住|所在)?(?:地址|位置)"
    r"|家庭|居住|现住|户籍|身份证|门牌|通讯|联系地址|住址|住所|(?:home|residential)address"
)
"""Where somebody lives is not where it happened."""
IN_FULL = re.compile("(?:详细地址|具体地址|详细位置)$")
BARE_ADDRESS = re.compile("^(?:地址|address)$")
"""What says an address and not of what."""
SCENE = re.compile("[事案]发|发[生案]|事件|案件|问题|现场|诉求|反映|投诉|纠纷|矛盾|[警险]情")
"""It is where something happened."""
OF_PERSON = re.compile(
    r"姓名|名字|电话|手机|(?:来电|主叫|联系)号码|联系方式|身份证|证件|性别|年龄|民族|出生|职业|邮箱|微信|当事人"
    r"|(?:[人者]|[甲乙对请]方|市民|群众|居民|[客用住]户|业主|户主)\w?$|^(?:name|phone|mobile|reporter|complainant)"
)
AREA = re.compile("(?:省份?|[市区县乡镇街村]|街道|社区|小区|网格|楼栋|楼号)(?:名称)?$")
"""The parts of an address: what stands before them is said of what stands behind them."""


def bare(head: str) -> str:
    """A heading as it is compared: without brackets, stars, blanks and capitals.

    联系人（电话） and 联系人/电话 say two things and stay so: 联系人、电话.
    """
    told = _told(head)
    if len(_sorts(told)) > 1:
        return ONLY_SIGNS.sub("", PARTS.sub("、", told))
    return ASIDE.sub("", told) or told


def is_another(head: str, column: Column) -> bool:
    """Whether a heading says, in brackets too, that it is not that column, whatever it is called."""
    said = whole(head)
    if len(_sorts(_told(head))) > 1:
        return True
    if column.personal:
        return bool(STAFF.search(said))
    if column.name == PLACE:
        return bool(HOME.search(said))
    if column.name == CLOSED and STEP_OVER.search(said):
        return True
    return column.reads == "moment" and column.history and bool(NOT_THEN.search(said))


def may_be_home(head: str) -> bool:
    """Whether it may be where somebody lives: it says so, or an address in full and not of what."""
    said = whole(head)
    return bool(HOME.search(said) or (IN_FULL.search(bare(head)) and not SCENE.search(said)))


def behind_a_person(heads: Iterable[str]) -> frozenset[str]:
    """The addresses that say not of what, and stand behind what is said of a person: they are hers."""
    found, hers = set(), False
    for head in heads:
        said = bare(head)
        if IN_FULL.search(said) or BARE_ADDRESS.search(said):
            found |= {head} if hers and not SCENE.search(whole(head)) else set()
        elif not AREA.search(said):
            hers = bool(OF_PERSON.search(said)) and not STAFF.search(whole(head))
    return frozenset(found)


def whole(head: str) -> str:
    """The same with what stands in brackets."""
    return ONLY_SIGNS.sub("", _told(head))


def _sorts(told: str) -> frozenset[int]:
    parts = PARTS.split(BLANKS.sub("", told))
    found = (next((place for place, sort in enumerate(SORTS) if sort.search(part)), -1) for part in parts)
    return frozenset(found) - {-1}


def _told(head: str) -> str:
    return unicodedata.normalize("NFKC", head[:LONGEST]).casefold()
