"""Which names the words of a place hold, and which of them another place has too. Pure.

Houses have numbers everywhere, sides and gates: these are no names. What is only written above a place says nothing
either: two addresses of one county, street office or township may lie an hour apart. A community, or the village of a
committee, is a place only where neither side says anything but houses in it, and then its whole name decides. Units
are known by their endings and not by the tree: people also write the province and the neighbour's street, which no
centre's tree holds.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linli.ground.text import without_numbers
from linli.likeness.somebody import ends_like_a_place, without_somebody

HALF = 2
"""More than half of the shorter of two places has to be names that the other has too."""
ANYWHERE = 3
"""From how many characters a name counts wherever it stands in another: of two, 万达 begins one, but 新村 ends many."""

_GENERIC = (
    "小区|社区|新村|住宅区|家属区|家属院|大院|院子|家里|家|村[里口]|村|"
    "楼栋|楼道|楼|门口|电梯间?|(?:地下)?车库|停车场|垃圾站|垃圾桶|公?厕所?|"
    "马路|道路|大街|街上|路边|路口|[十丁]字|[国省县]道|公交车?站|车站|地铁站|"
    "公园|广场|小学|中学|学校|幼儿园|医院|超市|菜?市场|"
    "村委会|居委会|[镇乡]政府|(?:党群)?服务中心"
)
"""What stands in every community: whoever says only this has not said where. Short on purpose: one too few costs a
glance at a wrong proposal, one too many hides a right one."""
_OUR = "(?:我们?|咱们?|本|这个?|那个?|某)?的?"
_EVERYWHERE = re.compile(f"{_OUR}(?:{_GENERIC})*")
_OURS = re.compile(f"{_OUR}(?:社区|村)")

_BESIDE = (
    "(?:(?:[东西][南北]|[东南西北])(?:侧|边|面|角|头|段|区|门[口前外]?)|中段|[大正侧后]?门[口前外]|[大正侧后]门|"
    "十字路口|交叉口|(?<=[路街巷村区园])路口|(?<=[路街巷村])口|"
    "附近|旁边?|对面|楼[道下上]|里面|(?<=[区园场校院店厦])[里内外])"
)
_BEHIND = re.compile(rf"(?:的?{_BESIDE})+$")
"""Beside what it is meant stands behind the name, or behind the house: 东门街 and 北门社区 are names."""
_HOUSE = "(?:号楼|号院|号(?![线桥])|栋|幢|座|单元|层|室|楼|弄|组|期|段|#楼?)"
_NUMBERED = re.compile(
    rf"((?<![第\d])[甲乙丙丁a-z]?\d+(?:\s*[-—~]\s*\d+)*\s*{_HOUSE}"
    rf"|(?<![第\da-z])\d+(?:-\d+)*(?=\s*(?:{_BESIDE}|\W|$))"
    rf"|[一二三四五六七八九十百零〇]+{_HOUSE}|(?<![a-z])[a-z][座栋幢区])"
    rf"(?:\s*的?{_BESIDE})*(?:(?<=单元)|(?<=[栋幢室层])|(?![路街巷]))"
)
"""A house, and behind it what is meant beside it; the figures in 319国道 and 2路公交站 are a part of the name,
and 5号路 is a road. Behind a stair or a door no road begins: 2单元路万万家 is somebody's."""
_ROAD_BEFORE = re.compile(r"(?<!\d)([国省县乡]道)\s*(\d+)")

_SEAT = "医院|卫生|政府|中学|小学|一中|派出所|敬老院|幼儿园|服务|中心|法庭"
"""What a unit has one of: 柳树镇小学 is a place, though 柳树镇 is none."""
_NO_UNIT = f"(?!{_SEAT}|(?:公园|广场){_BESIDE}*$|[路街巷]|大?道|大街|[口边])"
_NAME = r"[^\W\d路街巷区]"
_ABOVE = re.compile(
    "(?:(?:"
    rf"{_NAME}{{2,8}}?(?:省|自治[区州县])"
    rf"|{_NAME}{{2,8}}?(?<![超菜夜集花])市(?!场|花园|广场|公园)(?:[^\W\d路街巷小社]{{1,4}}(?<![园景校厂矿])[区县])?"
    rf"|{_NAME}{{1,8}}?县"
    rf"|{_NAME}{{1,8}}?(?<![小社园景校厂矿])区(?=[^\W\d]{{2,6}}(?:街道|镇|乡))"
    rf"|{_NAME}{{2,8}}?(?:(?<![古小])镇|(?<![水城家故老同])乡)"
    rf"|[^\W\d区村门前边里]{{1,6}}?街道(?:办事处)?(?!路)"
    f"){_NO_UNIT})+"
)
"""The units above a community, as they begin an address: 云棠县柳树街道."""
_COMMUNITY = re.compile(
    r"([^\W\d]{1,8}?(?:社区|村(?=民?委)))(?:居民委员会|居委会|民委员会|委会)?"
    rf"(?!{_SEAT})(?:第?[\d一二三四五六七八九十]*网格)?"
)
_NEXT = re.compile(
    r"((?<!\d)[路街巷]|胡同|大道|[国省县乡]道|小区|新村|花园|家园|公园|广场|村)"
    rf"(?:[与及跟]|和(?=[^\W\d]{{2,}}[路街巷]))?(?!{_GENERIC}|[东南西北中大]?[路街巷]|大道|[道口边角心里委民庄与及跟]|长家)(?=..)"
)
"""Where one name is over and another begins."""
_IN_NAMES = re.compile(r"(?<=\w)\s*[·•‧・∙⋅]\s*(?=\w)")
"""What parts a name and is within it: 买买提·吐尔逊."""
_RUNS = re.compile(r"[a-z]+(?:\s+[a-z]+)+|[^\W_]+")


class Names(NamedTuple):
    """What a place is called: by names of its own, else by the community it lies in."""

    own: tuple[str, ...] = ()
    community: str = ""

    @property
    def said(self) -> tuple[str, ...]:
        return self.own or ((self.community,) if self.community else ())


def names_in(place: str) -> Names:
    """The names in the words of a place; none in words that fit anywhere."""
    text = _told(place)
    own: dict[str, None] = {}
    community = ""
    for run in _runs(_NUMBERED.sub("\n", text)):
        above = _ABOVE.match(run)
        for piece in _NEXT.sub(r"\1\n", run[above.end() :] if above else run).split("\n"):
            lies = _COMMUNITY.match(piece)
            if lies and not _OURS.fullmatch(lies[1]):
                community, piece = lies[1], piece[lies.end() :]
            own |= dict.fromkeys(_named(piece))
    return Names(tuple(own), community)


def in_common(one: Names, other: Names) -> tuple[str, ...]:
    """The names that both have, the longest first, where these say that it may be one place."""
    if not (one.own and other.own):
        return one.said if one.said == other.said else ()
    found = {*_standing(one.own, other.own), *_standing(other.own, one.own)}
    if HALF * _length(found) <= min(_length(one.own), _length(other.own)):
        return ()
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def houses_in_common(one: str, other: str) -> tuple[str, ...]:
    """The houses that both tell of, in the order of the first. They say nothing by themselves: 3号楼 is everywhere."""
    theirs = set(_houses(other))
    return tuple(dict.fromkeys(house for house in _houses(one) if house in theirs))


def _told(place: str) -> str:
    return _ROAD_BEFORE.sub(r"\2\1", _IN_NAMES.sub("", without_numbers(place).casefold()))


def _houses(place: str) -> list[str]:
    return ["".join(found[1].split()) for found in _NUMBERED.finditer(_told(place))]


def _runs(text: str) -> Iterator[str]:
    """The words between stops, without persons; of those behind the number of a house only what ends like a place."""
    before, *behind = text.split("\n")
    yield from map(_nobody_behind, _RUNS.findall(before))
    found = (_nobody_behind(run) for words in behind for run in _RUNS.findall(words))
    yield from (run for run in found if ends_like_a_place(_without_side(run)))


def _nobody_behind(words: str) -> str:
    """Without the person whose door it is. Asked before the names are parted: 幸福路王路明家 would else hold 王路."""
    place = _without_side(words)
    nobodys = without_somebody(place)
    return words if nobodys == place else nobodys


def _named(piece: str) -> Iterator[str]:
    """Without the side that is meant, and without a person who stands between: neither is a name of the place."""
    name = _without_side(without_somebody(_without_side(piece)))
    if len(name) > 1 and not _EVERYWHERE.fullmatch(name):
        yield name


def _without_side(words: str) -> str:
    """Unless all but a character is left: 老东门."""
    beside = _BEHIND.search(words)
    return words[: beside.start()] if beside and beside.start() != 1 else words


def _standing(names: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    """The whole ones that stand in another: 北门新村 and 南门新村 end alike, and neither is the other."""
    return (name for name in names if any(_stands(name, other) for other in others))


def _stands(name: str, other: str) -> bool:
    """Not behind a figure that goes on: 2路公交站 is not 12路公交站."""
    at = other.find(name)
    return at == 0 or (at > 0 and len(name) >= ANYWHERE and not (name[0].isdigit() and other[at - 1].isdigit()))


def _length(names: Iterable[str]) -> int:
    return sum(map(len, names))
