"""A mapping as it is proposed: by what the headings of a list are called, here and on the platforms of others."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache

import msgspec
from django.utils.translation import gettext, override

from linli.matters.incoming import EXTERNAL, Column, Incoming
from linli.sheets.headings import LONGEST, STAFF, bare, behind_a_person, is_another, may_be_home, whole
from linli.sheets.mapping import Filled, Mapping
from linli.sheets.sentences import RESULT, free_text

LANGUAGES = ("en", "zh-hans")
LONGITUDE = ("经度", "longitude", "lng", "lon", "x坐标", "坐标x", "gpsx")
LATITUDE = ("纬度", "latitude", "lat", "y坐标", "坐标y", "gpsy")
COUNTED = re.compile(
    r"(?:(?<=电话)号码?|(?<=phone|obile)(?:number|no)|(?<=[人方甲乙])(?:名称|名字|全名))?(?:\d{1,2}|[一二三四五])?$"
)
"""What may stand behind the heading of a name or telephone and says nothing else: 联系电话2. 联系人号码 is no name."""
AND = re.compile("[及和与、]")
TOGETHER = re.compile(AND.pattern + "|名.*[话机式码]|name.*(?:phone|mobile)|(?:phone|mobile).*name")
"""Name and telephone in one cell: as either one it would be masked as what it is not, and found nowhere to be left
out. A list has to say them in two columns."""
OF_ELSE = re.compile(r"(?:电话|手机|联系方式|联系人|负责人|经办人|姓名|人员|时间|日期|[时期]限)$")
"""A heading that ends so tells of a person or of a moment, whatever it begins with."""
OTHER, SHORTEST = "被", 2
RUNNING = frozenset({"序号"})
"""What only counts the lines begins anew in every list: it is a number of a matter where no other is there."""
LOOSELY = (
    "社区|所属社区|社区名称|所属村社区|市民姓名|群众姓名|居民姓名|市民电话|群众电话|居民电话|回访结果|回访情况|"
    "办理情况|处理情况|处置情况|办结情况|答复情况|回复情况|反馈情况|申请人|申请人姓名|联系方式|手机|来源方式|"
    "事发地|发生地|案发地|位置|详细地址|具体地址|详细位置|大类|详情|描述"
)
LAST = RUNNING | frozenset(LOOSELY.split("|"))
"""What a column may be called too, and only is where no heading says it more exactly."""
LOOSE_ENDS = tuple(name for name in LAST if len(name) > SHORTEST)


def proposed(
    heads: Iterable[str], *, incoming: Incoming, like: Mapping, telling: Collection[str] = frozenset()
) -> Mapping:
    """What is understood by itself; what `like` says of a column stays, as far as its headings are there.

    `telling`: the headings below which sentences stand.
    """
    there = tuple(heads)
    kept = {name: one for name, one in like.columns.items() if set(one.heads) <= set(there)}
    taken = {head for one in kept.values() for head in one.heads}
    homes = {head for head in behind_a_person(there) if may_be_home(head)}
    free = [head for head in there if head not in taken | homes]
    found = dict(kept)
    for name, head in _matched(free, [column for column in incoming.columns if column.name not in kept]):
        found[name] = Filled(heads=(head,))
    if RESULT not in kept:
        _keep_sentences(found, free, incoming=incoming, telling=telling)
    if incoming.column("point") and "point" not in found and (pair := _pair(free)):
        found["point"] = Filled(heads=pair)
    ordered = {column.name: found[column.name] for column in incoming.columns if column.name in found}
    return msgspec.structs.replace(like, columns=ordered)


def counts_lines(mapping: Mapping) -> str:
    """The heading of the number there, where it only counts the lines of one list."""
    filled = mapping.columns.get(EXTERNAL.name)
    return next((head for head in filled.heads if bare(head) in RUNNING), "") if filled else ""


def knows(incoming: Incoming) -> Callable[[str], bool]:
    """Whether a heading is understood by itself."""
    names = {name for column in incoming.columns for name in _names(column)}
    return lambda head: bare(head) in names


def says_several(head: str, incoming: Incoming) -> bool:
    """Whether a heading says that who asked and how they are reached stand in one cell."""
    said = bare(head)
    if not TOGETHER.search(said) or STAFF.search(whole(head)):
        return False
    names = [name for column in incoming.columns if column.personal for name in _names(column)]
    return any(part.endswith(name) for part in AND.split(said) for name in names)


def sounds_like(head: str, column: Column) -> bool:
    """Whether a heading is taken for that column when nothing is known of what stands below it."""
    return any(likeness(bare(head), name, column) for name in _names(column) for likeness in (_same, _within))


def _keep_sentences(
    found: dict[str, Filled], heads: Iterable[str], *, incoming: Incoming, telling: Collection[str]
) -> None:
    """Sentences are no words of a list of results: they become the free text, where nothing else is that."""
    text, result = free_text(incoming), incoming.column(RESULT)
    if text is None or result is None or text.name in found:
        return
    taken = {head for name, one in found.items() if name != RESULT for head in one.heads}
    left = [head for head in heads if head not in taken]
    sentences = next((head for head in left if head in telling and sounds_like(head, result)), None)
    if sentences is None:
        return
    found[text.name] = Filled(heads=(sentences,))
    if found.get(RESULT) == found[text.name]:
        del found[RESULT]
        for name, head in _matched([head for head in left if head not in telling], [result]):
            found[name] = Filled(heads=(head,))


def _matched(heads: Iterable[str], columns: Iterable[Column]) -> Iterator[tuple[str, str]]:
    """First what is called exactly so, then what a longer heading ends or begins with; last what says it loosely.

    Of several alike the first heading of the list.
    """
    free, open_columns = {head: bare(head) for head in heads}, list(columns)
    for likeness in (_same, _within, _loosely):
        candidates = [
            (likeness(said, name, column), column, head)
            for head, said in free.items()
            for column in open_columns
            if not is_another(head, column)
            for name in _names(column)
            if likeness(said, name, column)
        ]
        for _score, column, head in sorted(candidates, key=lambda one: -one[0]):
            if head in free and column in open_columns:
                yield column.name, head
                del free[head]
                open_columns.remove(column)


def _same(head: str, name: str, column: Column) -> int:
    return len(name) if head == name and name not in LAST else 0


def _within(head: str, name: str, column: Column) -> int:
    if column.personal:
        return _of_person(head, name)
    return 0 if head == name or name in LAST else _part(head, name)


def _loosely(head: str, name: str, column: Column) -> int:
    """Before all the heading that is called exactly so; then a longer one."""
    if name not in LAST:
        return 0
    if head == name:
        return LONGEST + len(name)
    return 0 if column.personal else _part(head, name)


def _part(head: str, name: str) -> int:
    """The end of a heading says what it is; its beginning only of what, so of two as long the end goes before."""
    ends, begins = (
        head.endswith(name),
        head.startswith(name) and not (OF_ELSE.search(head) or head.endswith(LOOSE_ENDS)),
    )
    return 2 * len(name) + ends if len(name) > SHORTEST and (ends or begins) else 0


def _of_person(head: str, name: str) -> int:
    """The end alone, but for what only counts: 来电人性别 and 来电人地址 are not the name, 被反映人 is another."""
    said = COUNTED.sub("", head)
    whole, ends = said == name, said.endswith(name) and not said.endswith(OTHER + name)
    return 2 * len(name) + whole if whole or (ends and len(name) > SHORTEST and not TOGETHER.search(head)) else 0


def _pair(heads: Iterable[str]) -> tuple[str, str] | None:
    by_bare = {bare(head): head for head in heads}
    longitude = next((by_bare[name] for name in LONGITUDE if name in by_bare), None)
    latitude = next((by_bare[name] for name in LATITUDE if name in by_bare), None)
    return (longitude, latitude) if longitude and latitude else None


@cache
def _names(column: Column) -> frozenset[str]:
    """Its own heading in both languages, its name and its synonyms."""
    words = set()
    for language in LANGUAGES:
        with override(language):
            words.add(gettext(column.word))
    return frozenset(bare(one) for one in (*words, *column.synonyms, column.name))
