"""Whoever is named at the end of the words of a place is left out of them: nothing is found by a person. Pure.

Where a person begins cannot be told from the person: surnames begin places and stand in given names, and the names of
many peoples have none. So a place is kept only where it ends like one. Where it stays in doubt, it is somebody.
"""

import re

SHORTEST = 3
"""So many characters of a place are left before a person: fewer, as 楼下 or 隔壁, are none, or are the name itself."""

_OFTEN = "王李张刘陈黄赵吴徐孙朱胡郭罗郑谢冯韩邓曹彭曾萧肖蔡潘袁董吕魏蒋杜姚邹谭侯邱秦崔贾薛阎闫郝龚覃"
"""Behind 老 or 小 these are somebody, and hardly end a place: 老王."""
_SURNAMES = (
    f"{_OFTEN}周杨马林何高梁宋唐许沈程傅苏卢叶田任姜范方石钟廖汪陆金韦夏付白孟熊江尹段雷龙史陶黎贺顾毛邵万钱严武戴"
    "莫孔向汤余于丁温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关焦俞左柳甘祝包尚舒阮柯纪童凌毕单季裴霍涂曲翁"
    "冉骆辛管柴喻祁华兰米桂古路车苗凤花费岑鲍卞元卜穆臧计伏成茅闵席麻危郁蓝娄郎应宗宣郗房解杭洪诸崇吉钮幸司符景束池阳蒲"
    "谷宁仇隋楼巫乌牟盛项党洛闻冷占艾敖巩盖栾游屈蒙佟简饶佘卓窦晏冀桑"
)
_DOUBLE = "欧阳|上官|司马|诸葛|司徒|皇甫|慕容|夏侯|令狐|尉迟|公孙|东方|长孙|宇文|轩辕|端木|呼延|南宫"

_TITLES = "先生|女士|小姐|太太|师傅|阿[姨妈爸婆公叔]|大[爷妈娘叔婶伯姐哥嫂]|爷爷|奶奶|叔叔|同志|某某?"
_OFFICES = "老师|医生|老板|书记|主任|经理|[队组校院所村乡镇区县站局科处班厂社]长|[叔婶伯姨嫂哥姐]|户(?!外)"
_KIN = "父亲|母亲|爸爸|妈妈|儿子|女儿|丈夫|妻子|夫[妇妻]|兄弟|姐妹|亲戚|老(?:人(?!院)|[婆公汉头伯太])|媳妇"
_PART = (
    "(?:的|里面?|中|内|外面?|隔壁|邻居|[前后大]?门|[前后]?[院屋房]|[院房屋]子|[房屋楼]顶|[前后]面?|店|[商店]铺|门面|车[库棚]|厨房|"
    "卫生间|厕所|阳台|客厅|卧室|窗[户外]?|[猪牛羊]圈|[猪牛羊鸡][棚舍窝]|菜地|[田地]里|水管|下水道|水井|鱼塘|果园|大棚|宅基地)"
)
_HOME = f"家{_PART}{{0,3}}"
_SOMEBODY = re.compile(
    rf"(?:(?:{_TITLES}|{_OFFICES}|{_KIN})+{_PART}{{0,3}}(?:{_HOME})?|{_HOME}|(?<=[老小][{_OFTEN}]))$"
)
_WHOSE = "的他她们一全两自己"
_AND = re.compile("和(?!平)|[与及跟]")
_INSIDE = re.compile(f"{_TITLES}|家[的楼对隔旁后前门上下]")
"""王师傅楼上李先生: what ends like a place holds a person."""

_NOBODYS = re.compile(
    rf"(?:\w[之酒商农世皇专名人]|\w(?<![老阿小])\w(?<![老阿小])大|华润万|灯火万|^(?:[如宜全]|外婆)){_HOME}$"
)
"""What is called a home and is nobody's: 江南人家, 华润万家, 书香世家."""
_STILL_SOMEBODYS = re.compile(rf"(?:[{_SURNAMES}]\w{{0,2}}[之商世专名大]|[{_SURNAMES}某]\w?人){_HOME}$")
"""李德世家, 王大家: people are called so too."""
_OF_A_COUNTRY = re.compile(rf"(?:江南|吴越|锦江|金陵|滨江)[之世名人大]{_HOME}$")

_SURELY = re.compile(
    f"小区|社区|[园厂校景]区|新村|花园(?![^{_SURNAMES}]$)|公园|家园|广场|超市|[菜商]?市场|商场|商城|大厦|[商办]公?楼|大楼|"
    r"[小中大]学|学校|幼儿园|医院|大院|家属院|[饭酒商]店|酒家|宾馆|餐厅|药房|大道|[国省县]道|\d"
)
"""Two characters and a person behind them are more than a given name has."""
_LIKELY = re.compile("胡同|街(?!道)|[路巷村园苑楼弄院店厦场]")
"""These also stand in names of people: 王园园, 李路明, 胡同庆; and 里, 道, 栋 too often: 穆塔里甫, 道吉, 国栋."""
_IN_A_NAME = re.compile(rf"(?:{_DOUBLE}|[{_SURNAMES}])\w$")
_BEGINS_AS_TWO = re.compile(rf"{_DOUBLE}|[{_SURNAMES}]{{2}}")
_LONGEST = 4
"""So many characters has a name behind two surnames: 欧阳路明."""


def without_somebody(words: str) -> str:
    """What is said of the place before a person; nothing where it cannot be told where the person begins."""
    sign = _SOMEBODY.search(words)
    if sign is None or _is_nobodys(words):
        return words
    place = words[: _end_of_place(words[: sign.start()].rstrip(_WHOSE))]
    return "" if len(place) < SHORTEST or _INSIDE.search(place) else place


def ends_like_a_place(words: str) -> bool:
    """Behind the number of a house stands its shop, or who lives there: 3栋王小明, 3栋幸福超市."""
    last = [found for sign in (_SURELY, _LIKELY) for found in sign.finditer(words) if found.end() == len(words)]
    if len(words) < SHORTEST or not last:
        return False
    return last[0].re is _SURELY or len(words) > _LONGEST or words[0] not in _SURNAMES


def _is_nobodys(words: str) -> bool:
    if not _NOBODYS.search(words):
        return False
    return not _STILL_SOMEBODYS.search(words) or bool(_OF_A_COUNTRY.search(words))


def _end_of_place(words: str) -> int:
    """Where it is sure, the last that ends like a place; else the first, for a later one may be in the name."""
    surely = [end for found in _SURELY.finditer(words) if SHORTEST <= (end := found.end()) < len(words)]
    if surely:
        return surely[-1]
    likely = (end for found in _LIKELY.finditer(words) if SHORTEST <= (end := found.end()) < len(words))
    first = next(likely, 0)
    return 0 if _may_be_in_a_name(words, first) else first


def _may_be_in_a_name(words: str, end: int) -> bool:
    """One more character at most has a given name behind such a sign: 东方明珠李园园. 秦小园和李师傅 are two."""
    if len(words) - end > 1:
        return bool(_AND.match(words, end))
    behind = words[end:]
    return (
        behind not in _SURNAMES
        or bool(_IN_A_NAME.search(words, 0, end))
        or (len(words) <= _LONGEST and bool(_BEGINS_AS_TWO.match(words)))
    )
