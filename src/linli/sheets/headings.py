"""What a heading says of itself: how it is compared, and that it is not what it ends or begins with."""

import re
import unicodedata

from linli.matters.incoming import Column

LONGEST = 200
SIGNS = r"[\s*＊:：_\-/·.]+"
ASIDE = re.compile(r"[(（【\[].*?[)）】\]]|" + SIGNS)
ONLY_SIGNS = re.compile(SIGNS + r"|[()（）【】\[\]]")
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
    r"受理|经办|承办|办理|主办|处理|处置|登记|记录|录入|上报|派单|审核|回访|接[线听]|坐席|话务|[网格警民调解]员|民警|单位|部门"
)
"""Who saw to it, or the office: a telephone or a name of theirs is not that of who asked."""
HOME = re.compile(
    r"[人方者](?:的)?(?:详细|具体|现|常)?(?:住|所在)?(?:地址|位置)|家庭|居住|户籍|通讯|联系地址|住址|住所"
)
"""Where somebody lives is not where it happened."""


def bare(head: str) -> str:
    """A heading as it is compared: without brackets, stars, blanks and capitals."""
    told = _told(head)
    return ASIDE.sub("", told) or told


def is_another(head: str, column: Column) -> bool:
    """Whether a heading says, in brackets too, that it is not that column, whatever it is called."""
    said = whole(head)
    if column.personal:
        return bool(STAFF.search(said))
    if column.name == PLACE:
        return bool(HOME.search(said))
    if column.name == CLOSED and STEP_OVER.search(said):
        return True
    return column.reads == "moment" and column.history and bool(NOT_THEN.search(said))


def whole(head: str) -> str:
    """The same with what stands in brackets."""
    return ONLY_SIGNS.sub("", _told(head))


def _told(head: str) -> str:
    return unicodedata.normalize("NFKC", head[:LONGEST]).casefold()
