"""Words of a list that stand for units and cells: names, which are remembered however long they are."""

import re

from linli.matters.incoming import CELLS, UNITS
from linli.matters.kind import Kind

OFFICES = frozenset({UNITS, CELLS})
"""Not categories: below such a heading complaints stand in some lists, and what they tell is remembered nowhere."""
MOST = 60
"""Signs that a name has at most."""
PAUSE = re.compile('[,，、。；;：:！!？?…"“”]')
TELLS = re.compile(
    "[了我您你她]|(?<!其)他|先生|女士|来电|致电|据称|声称|表示|希望|麻烦|已经|没有|无人|多次|一直|至今|今天|昨天"
    r"|楼[上下]|隔壁|门口|号楼|\d单元|\d室|[一二三四五六七八九十两几\d](?:天|小时|个月)"
    r"|\b(?:is|are|was|were|has|have|had|been|not|please|my|our|his|her|mr|mrs|ms)\b"
)
"""What a sentence says and no name: that something happened, to whom, since when, at whose door. What holds a telephone
is kept in no column, a name or not."""


def named(kind: Kind) -> frozenset[str]:
    """The columns whose words are names: those of lists that are the office's."""
    columns = kind.incoming.columns if kind.incoming else ()
    return frozenset(column.name for column in columns if column.reads == "code" and column.of in OFFICES)


def is_name(said: str) -> bool:
    """Whether it may be one and tells nothing, as words are compared."""
    return len(said) <= MOST and not PAUSE.search(said) and not TELLS.search(said)
