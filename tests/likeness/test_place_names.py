"""Which names the words of a place hold: neither the house, nor its side, nor what lies above it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.likeness.place_names import Names, in_common, names_in


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("柳树街三号楼2单元楼道", Names(("柳树街",))),
        ("柳树街与和平路交叉口东南角", Names(("柳树街", "和平路"))),
        ("柳树街和平路口", Names(("柳树街", "和平路"))),
        ("五一路12号院北门", Names(("五一路",))),
        ("人民公园路5号", Names(("人民公园路",))),
        ("景德镇路5号", Names(("景德镇路",))),
        ("柳树街道路边", Names(("柳树街道路边",))),
        ("幸福里12号", Names(("幸福里",))),
        ("幸福小区里", Names(("幸福小区",))),
        ("恒大小镇3栋", Names(("恒大小镇",))),
        ("江南水乡花园3栋", Names(("江南水乡花园",))),
        ("阳光超市门口", Names(("阳光超市",))),
        ("万科城市花园3期", Names(("万科城市花园",))),
        ("城关镇东街社区三组", Names(community="东街社区")),
        ("人民南路四段", Names(("人民南路",))),
        ("乡村大道", Names(("乡村大道",))),
        ("铁西区建设路88号", Names(("铁西区建设路",))),
        ("本小区地下车库", Names()),
        ("万科城市花园小区", Names(("万科城市花园小区",))),
        ("云棠县柳树街道花园社区花园路", Names(("花园路",), "花园社区")),
        ("柳树镇公园东门", Names(("柳树镇公园",))),
        ("花园小区3栋", Names(("花园小区",))),
        ("我们社区门口", Names()),
        ("云棠县医院", Names(("云棠县医院",))),
        ("319国道45公里处", Names(("319国道", "45公里处"))),
        ("3号楼门口", Names()),
        ("我们小区门口垃圾桶旁", Names()),
        ("柳树街道", Names()),
        ("小满社区三期", Names(community="小满社区")),
        ("北京市朝阳区望京街道南湖社区幸福小区", Names(("幸福小区",), "南湖社区")),
        ("云棠县 人民路街道 北社区第三网格 柳树街", Names(("柳树街",), "北社区")),
        ("王家村三组李家门口", Names(("王家村",))),
        ("张三家门口", Names()),
        ("柳树街王大爷家", Names(("柳树街",))),
        ("三号楼刘女士", Names()),
        ("江南人家3栋", Names(("江南人家",))),
        ("华润万家", Names(("华润万家",))),
        ("书香世家", Names(("书香世家",))),
        ("江南世家3栋", Names(("江南世家",))),
        ("绿城大家", Names(("绿城大家",))),
        ("外婆家", Names(("外婆家",))),
        ("阳光水岸皇家", Names(("阳光水岸皇家",))),
        ("吴越世家", Names(("吴越世家",))),
        ("东湖农家院", Names(("东湖农家院",))),
        ("锦江之家", Names(("锦江之家",))),
        ("红星超市李师傅", Names(("红星超市",))),
        ("碧桂园周林先生", Names(("碧桂园",))),
        ("金山苑王女士", Names(("金山苑",))),
        ("红星超市张三家门口", Names(("红星超市",))),
        ("红星超市门口李大爷家", Names(("红星超市",))),
        ("红星超市业主李先生", Names(("红星超市",))),
        ("红星小学王老师", Names(("红星小学",))),
        ("红星超市老王", Names(("红星超市",))),
        ("柳树街和平路李师傅", Names(("柳树街",))),
        ("幸福小区王家村李师傅", Names(("幸福小区",))),
        ("北京市朝阳区望京街道南湖社区李师傅", Names(community="南湖社区")),
        ("幸福老人院", Names(("幸福老人院",))),
        ("红星户外", Names(("红星户外",))),
        ("万科·城市花园", Names(("万科城市花园",))),
        ("北社区服务中心", Names(("北社区服务中心",))),
        ("Willow Street 12", Names(("willow street",))),
        ("", Names()),
    ],
)
def test_of_a_place_its_names_say_where_it_is(place: str, names: Names) -> None:
    assert names_in(place) == names


@pytest.mark.parametrize(
    "place",
    [
        "李大爷家",
        "李大爷家后院",
        "王女士家",
        "张三家",
        "老王家",
        "王金龙先生",
        "欧阳林先生",
        "楼下李某某",
        "业主李先生",
        "3栋低保户张三家",
        "反映人李先生",
        "位于李师傅家",
        "李村长家",
        "张德全家",
        "王大家",
        "李外婆家",
        "二狗家",
        "大家",
        "江南王女士",
    ],
)
def test_nothing_is_found_by_a_person(place: str) -> None:
    assert names_in(place) == Names()


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ("红星超市李师傅", "红星超市", ("红星超市",)),
        ("东方明珠刘女士", "东方明珠3号楼", ()),
        ("幸福路12号买买提江家", "买买提江家门口", ()),
        ("幸福路买买提江家", "幸福路3号", ("幸福路",)),
        ("华润万家", "华润万家门口", ("华润万家",)),
        ("书香世家5栋", "书香世家小区", ("书香世家",)),
        ("红星超市李师傅", "幸福小区李师傅", ()),
        ("红星超市李师傅", "李师傅家", ()),
        ("红星超市李大爷家", "东方明珠李大爷家", ()),
    ],
)
def test_two_places_meet_by_their_own_names_and_by_nobody_in_them(one: str, other: str, names: tuple[str, ...]) -> None:
    assert in_common(names_in(one), names_in(other)) == names


letters = st.sampled_from("柳树街道路社区村镇县市和与小号栋门口东西公园 ,12一(")
addresses = st.text(letters, max_size=40)


@given(one=addresses, other=addresses)
def test_whatever_is_written_neither_side_decides_and_no_reason_is_empty(one: str, other: str) -> None:
    names = in_common(names_in(one), names_in(other))
    assert names == in_common(names_in(other), names_in(one))
    assert all(len(name) > 1 for name in names)
