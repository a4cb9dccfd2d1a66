"""Whoever is named at the end of the words of a place is left out of them: nothing is found by a person. Pure.

Surnames begin places too, and some estates end like homes. Where it stays in doubt, it is somebody.
"""

import re

SHORTEST = 3
"""So many characters of a place are left before a person: fewer, as 楼下 or 隔壁, are none, or are the name itself."""

_SURNAMES = "王李张刘陈黄赵吴徐孙朱胡郭罗郑谢冯韩邓曹彭曾萧肖蔡潘袁董吕魏蒋杜姚邹谭侯邱秦崔贾薛阎闫郝龚覃"
"""These no given name holds: in 金山苑王女士 the person begins here."""
_ALSO_NAMES = (
    "周杨马林何高梁宋唐许沈程傅苏卢叶田任姜范方石钟廖汪陆金韦夏付白孟熊江尹段雷龙史陶黎贺顾毛邵万钱严武戴莫孔向汤余于丁"
    "温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关焦俞左柳甘祝包尚舒阮柯纪童凌毕单季裴霍涂曲翁冉骆辛管柴喻祁"
)
_DOUBLE = "欧阳|上官|司马|诸葛|司徒|皇甫|慕容|夏侯|令狐|尉迟|公孙"
_TITLES = "先生|女士|小姐|太太|师傅|阿姨|大[爷妈娘叔婶伯姐哥嫂]|爷爷|奶奶|叔叔|某某?"
_BEHIND_SURNAMES = "老师|医生|老板|书记|主任|经理|[队组校院所]长|[叔婶伯姨嫂哥姐]"
_HOME = "家(?:[里中]|后院|院子)?"
_AS_WHAT = (
    "[业户房车店]主|[居村市]民|(?:[住租商用]|低保|五保|贫困|困难)户|"
    "(?:反映|来电|投诉|举报|当事|联系|申请|报案|老)人|邻居|隔壁|位于|住?在|的"
)
_SOMEBODY = re.compile(f"(?:{_TITLES}|{_HOME})$")
_NAMED = re.compile(
    rf"(?:{_AS_WHAT}){{0,3}}(?:[老小][{_SURNAMES}]|[老小]?(?:{_DOUBLE}|[{_SURNAMES}{_ALSO_NAMES}])"
    rf"(?:{_BEHIND_SURNAMES}|[^\W{_SURNAMES}]{{0,2}}(?:(?:{_TITLES})(?:{_HOME})?|{_HOME})))$"
)
_NOBODYS = re.compile(rf"(?:\w[人之酒商农万世大皇专名]|[如宜全]|外婆){_HOME}$")
"""What is called a home and is nobody's: 江南人家, 华润万家, 书香世家."""
_STILL_NAMED = re.compile(rf"(?:^[{_SURNAMES}{_ALSO_NAMES}]|[{_SURNAMES}])(?:[之如全万世大名]|\w[全如名]|外婆){_HOME}$")
"""张大家, 李德全家: people are called so too."""


def without_somebody(words: str) -> str:
    """What is said of the place before a person; nothing where it cannot be told where the person begins."""
    if _NOBODYS.search(words) and not _STILL_NAMED.search(words):
        return words
    named = _NAMED.search(words)
    if named is None:
        return "" if _SOMEBODY.search(words) else words
    return words[: named.start()] if named.start() >= SHORTEST else ""
