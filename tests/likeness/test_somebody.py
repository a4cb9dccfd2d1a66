"""Whoever is named behind a place leaves nothing of the name in it, whatever signs the name holds."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.likeness.place_names import Names, in_common, names_in


@pytest.mark.parametrize(
    "place",
    [
        "阿里木江家",
        "买买提江家",
        "买买提江家门口",
        "买买提江家院子",
        "买买提江家里",
        "买买提江家隔壁",
        "买买提江家店里",
        "买买提江家的猪圈",
        "扎西师傅隔壁",
        "秦小园和李师傅家",
        "买买提江全家",
        "买买提江母亲家",
        "买买提·吐尔逊家",
        "买买提江老师",
        "艾尔肯江师傅",
        "穆塔里甫江家",
        "阿不都热依木江家",
        "古丽白家",
        "热孜万家",
        "阿依古丽大姐",
        "扎西才让家",
        "扎西书记",
        "道吉才让师傅",
        "巴特尔师傅",
        "布和江家",
        "阿里木的家",
        "刘晓邓家",
        "陈秦川家",
        "王园园家",
        "李路明家",
        "陈李园园家",
        "欧阳园园家",
        "司马路明先生",
        "王有万家",
        "李德世家",
        "王羲之家",
        "王某人家",
        "阿大家",
        "王师傅楼上李先生",
        "楼下买买提江家",
        "东方明珠刘小红女士家里",
        "东方明珠李园园家",
        "东方明珠李园园的家",
        "东方明珠胡同庆家",
        "东方明珠高有万家",
    ],
)
def test_of_a_person_nothing_is_left(place: str) -> None:
    assert names_in(place) == Names()


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("幸福路买买提江家", ("幸福路",)),
        ("幸福路12号买买提江家", ("幸福路",)),
        ("幸福路3栋2单元路万万家", ("幸福路",)),
        ("幸福路阿里木江家", ("幸福路",)),
        ("阳光小区古丽白家", ("阳光小区",)),
        ("幸福路刘晓邓家", ("幸福路",)),
        ("幸福路陈秦川家", ("幸福路",)),
        ("幸福路王路明家", ("幸福路",)),
        ("幸福路欧阳园园家", ("幸福路",)),
        ("幸福路庄小明家", ("幸福路",)),
        ("红星超市扎西才让家门口", ("红星超市",)),
        ("黄河路张师傅", ("黄河路",)),
        ("319国道李师傅", ("319国道",)),
        ("幸福路华润万家", ("幸福路", "华润万家")),
    ],
)
def test_the_place_before_a_person_is_kept_where_it_ends_like_one(place: str, names: tuple[str, ...]) -> None:
    assert names_in(place) == Names(names)


def _listed(words: str) -> list[str]:
    return words.split()


PLACES = _listed(
    "幸福路 黄河路 柳树街 阳光小区 金山苑 碧桂园 红星超市 万达广场 人民公园 槐树胡同 王家村 东方明珠 碧水云天 建设大厦"
)
SURNAMES = _listed("王 李 张 刘 陈 邓 秦 孙 吕 袁 高 江 白 古 马 林 庄 胡 路 欧阳 司马 诸葛 东方")
SIGNS = "江白古邓秦孙吕袁园路村苑楼街店道里栋万名世之同庆晓明小红川"
OTHERS = _listed(
    "买买提江 阿里木江 艾尔肯江 古丽白 阿依古丽 热孜万古丽 穆塔里甫 吐尔逊江 阿不都热依木 迪力木拉提 古丽巴哈尔 "
    "扎西才让 多吉次仁 道吉才让 卓玛 巴特尔 布和巴雅尔 乌力吉 其其格 斯琴高娃 阿尔斯楞"
)
han = st.builds(str.__add__, st.sampled_from(SURNAMES), st.text(st.sampled_from(SIGNS), min_size=1, max_size=2))
persons = st.sampled_from(OTHERS) | han
signs = st.sampled_from(
    _listed(
        "家 家里 家门口 的家 全家 师傅 师傅家 女士 先生家 大爷家 老师 书记 大姐 母亲家 家隔壁 家店里 家楼顶 "
        "师傅隔壁 同志"
    )
)
houses = st.sampled_from(["", "12号", "3栋", "3栋2单元", "5号楼门口", " ", ","])


@given(places=st.permutations(PLACES), houses=st.tuples(houses, houses), person=persons, signs=st.tuples(signs, signs))
def test_no_place_is_found_by_a_person(
    places: list[str], houses: tuple[str, str], person: str, signs: tuple[str, str]
) -> None:
    told = zip(places, houses, signs, strict=False)
    one, other = (names_in(f"{place}{house}{person}{sign}") for place, house, sign in told)
    halves = {a + b for a, b in pairwise(person)} - {a + b for place in places[:2] for a, b in pairwise(place)}
    assert not [name for name in (*one.said, *other.said) if any(half in name for half in halves)]
    assert in_common(one, other) == ()
    assert in_common(one, names_in(f"{person}{signs[1]}")) == ()


@given(person=persons, sign=signs)
def test_a_person_alone_is_no_place(person: str, sign: str) -> None:
    assert names_in(f"{person}{sign}").said == ()


@pytest.mark.parametrize(
    "place", ["幸福小区3栋王小明", "东湖5栋王小明", "幸福路12号买买提江", "幸福路12号买买提江门口"]
)
def test_whoever_stands_behind_a_house_bare_of_all_titles_is_no_name_of_a_place(place: str) -> None:
    assert not any(part in name for name in names_in(place).own for part in ("王小", "小明", "买买", "提江"))


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("幸福路3号红星超市", "红星超市"),
        ("12号东湖花园", "东湖花园"),
        ("12号东湖花园李师傅家", "东湖花园"),
        ("8号院内红旗商店门口", "红旗商店"),
    ],
)
def test_what_ends_like_a_place_is_one_behind_a_house_too(place: str, name: str) -> None:
    assert name in names_in(place).own
