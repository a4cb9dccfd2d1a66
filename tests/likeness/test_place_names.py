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
        ("北社区服务中心", Names(("北社区服务中心",))),
        ("Willow Street 12", Names(("willow street",))),
        ("", Names()),
    ],
)
def test_of_a_place_its_names_say_where_it_is(place: str, names: Names) -> None:
    assert names_in(place) == names


letters = st.sampled_from("柳树街道路社区村镇县市和与小号栋门口东西公园 ,12一(")
addresses = st.text(letters, max_size=40)


@given(one=addresses, other=addresses)
def test_whatever_is_written_neither_side_decides_and_no_reason_is_empty(one: str, other: str) -> None:
    names = in_common(names_in(one), names_in(other))
    assert names == in_common(names_in(other), names_in(one))
    assert all(len(name) > 1 for name in names)
