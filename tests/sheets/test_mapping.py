"""A mapping: proposed by what headings are called, kept as TOML, and what is wrong with one is told by its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.ground.text import mask_phone, names
from linli.kinds.dispute.incoming import INCOMING as OF_DISPUTES
from linli.kinds.request.incoming import INCOMING as OF_REQUESTS
from linli.matters.incoming import EXTERNAL, Column, Incoming
from linli.paper.rows.moments import FORMATS
from linli.sheets.doubts import of_columns
from linli.sheets.mapping import NO_FORMAT, NO_TOML, NO_ZONE, UNKNOWN, BadMapping, Filled, Mapping, from_toml, to_toml
from linli.sheets.proposing import knows, proposed

INCOMING = Incoming(
    columns=(
        EXTERNAL,
        Column(name="opened_at", word="Taken in on", synonyms=("受理时间", "created"), reads="moment", needed=True),
        Column(name="closed_at", word="Closed on", synonyms=("办结时间",), reads="moment"),
        Column(name="phone", word="Telephone", synonyms=("电话", "联系电话"), personal=True),
        Column(name="point", word="Point on the map", synonyms=("坐标",), reads="point"),
    ),
    tell=lambda told: (),
    mend=lambda told, changed, state: (),
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
FILLED = st.builds(
    Filled,
    heads=st.lists(TEXT, max_size=2).map(tuple),
    words=st.dictionaries(TEXT, TEXT, max_size=2),
    form=st.sampled_from(["", *FORMATS, "%d.%m.%Y"]),
    fixed=TEXT,
)


def heads_of(mapping: Mapping) -> dict[str, tuple[str, ...]]:
    return {name: filled.heads for name, filled in mapping.columns.items()}


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        (("工单编号", "受理时间", "联系电话"), {"external": 0, "opened_at": 1, "phone": 2}),
        (("Order No.", "CREATED", "mobile"), {"external": 0, "opened_at": 1}),
        (("工单编号*", "受理时间（必填）", "诉求人联系电话"), {"external": 0, "opened_at": 1, "phone": 2}),
        (("编号", "市民受理时间", "最终办结时间"), {"external": 0, "opened_at": 1, "closed_at": 2}),
        (("序号", "调解编号"), {"external": 1}),
        (("序号", "受理时间"), {"external": 0, "opened_at": 1}),
        (("电话", "联系电话"), {"phone": 1}),
        (("甲", "乙"), {}),
    ],
)
def test_headings_are_understood_by_what_they_are_called(heads: tuple[str, ...], found: dict[str, int]) -> None:
    told = heads_of(proposed(heads, incoming=INCOMING, like=Mapping()))
    assert told == {name: (heads[place],) for name, place in found.items()}


def test_what_else_a_list_says_of_a_person_is_proposed_for_nothing() -> None:
    heads = (
        "来电人性别",
        "来电人地址",
        "来电人联系地址",
        "联系人号码",
        "反映人年龄",
        "来电人1地址",
        "联系人身份证号",
        "诉求人单位",
    )
    assert heads_of(proposed(heads, incoming=OF_REQUESTS, like=Mapping())) == {}
    told = heads_of(proposed((*heads, "市民姓名", "来电人"), incoming=OF_REQUESTS, like=Mapping()))
    assert told == {"name": ("来电人",)}


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        (("联系电话1", "联系电话2"), {"phone": "联系电话1"}),
        (("联系电话2", "联系电话"), {"phone": "联系电话"}),
        (("备用联系电话", "联系电话1"), {"phone": "联系电话1"}),
        (("手机号码1", "联系人1"), {"name": "联系人1", "phone": "手机号码1"}),
        (("联系人姓名一", "诉求人联系电话①"), {"name": "联系人姓名一", "phone": "诉求人联系电话①"}),
        (("来电人名称", "电话号码"), {"name": "来电人名称", "phone": "电话号码"}),
        (("name 1", "phone number"), {"name": "name 1", "phone": "phone number"}),
        (("Reporter", "Mobile No. 2"), {"name": "Reporter", "phone": "Mobile No. 2"}),
        (("phone1",), {"phone": "phone1"}),
    ],
)
def test_a_number_behind_what_a_person_is_called_or_reached_by_says_nothing_else(
    heads: tuple[str, ...], found: dict[str, str]
) -> None:
    told = heads_of(proposed(heads, incoming=OF_REQUESTS, like=Mapping()))
    assert told == {name: (head,) for name, head in found.items()}


def test_the_second_of_those_complained_of_is_not_who_complains() -> None:
    heads = ("被申请人1", "被申请人2", "被申请人名称")
    assert heads_of(proposed(heads, incoming=OF_DISPUTES, like=Mapping())) == {"name_b": ("被申请人1",)}
    assert heads_of(proposed(("被反映人", "被反映人姓名"), incoming=OF_REQUESTS, like=Mapping())) == {}


@pytest.mark.parametrize(
    "head",
    ["来电人姓名及电话", "来电人姓名及联系电话", "联系人、联系电话", "姓名/手机号码", "电话和姓名", "name and phone"],
)
def test_name_and_telephone_in_one_cell_are_proposed_as_neither(head: str) -> None:
    """As the name it is found in no title to be left out, as the telephone its mask shows the name."""
    found = proposed((head,), incoming=OF_REQUESTS, like=Mapping())
    assert heads_of(found) == {}
    [said] = of_columns(found, OF_REQUESTS, heads=(head,))
    assert (f"“{head}”" in said, "拆分" in said) == (True, True)
    chosen = Mapping(columns={"name": Filled(heads=(head,))})
    assert list(of_columns(chosen, OF_REQUESTS, heads=(head,))) == [], "it was chosen by hand"
    cell = "李小四 13900001111"
    assert not names("李小四反映路灯不亮", name=cell)
    assert mask_phone(cell).startswith("李小四")


@pytest.mark.parametrize("head", ["联系电话", "姓名", "承办单位及电话", "事由及诉求", "来电人性别"])
def test_a_heading_that_says_one_thing_or_nothing_of_who_asked_gives_nothing_to_think(head: str) -> None:
    assert list(of_columns(Mapping(), OF_REQUESTS, heads=(head,))) == []


def test_longitude_and_latitude_make_one_point() -> None:
    assert heads_of(proposed(("纬度", "经度"), incoming=INCOMING, like=Mapping())) == {"point": ("经度", "纬度")}


def test_what_was_chosen_stays_as_far_as_its_headings_are_there() -> None:
    like = Mapping(columns={"phone": Filled(heads=("备用号",)), "opened_at": Filled(heads=("没有",))})
    told = heads_of(proposed(("备用号", "电话", "受理时间"), incoming=INCOMING, like=like))
    assert told == {"opened_at": ("受理时间",), "phone": ("备用号",)}


def test_headings_known_here_and_there_are_known() -> None:
    assert [knows(INCOMING)(head) for head in ("受理时间", "Taken in on", "closed_at", "话务员")] == [True] * 3 + [
        False
    ]


@given(st.dictionaries(st.sampled_from([one.name for one in INCOMING.columns]), FILLED), TEXT)
def test_a_mapping_is_read_as_it_was_written(columns: dict[str, Filled], source: str) -> None:
    mapping = Mapping(source=source, encoding="gb18030", head=3, columns=columns)
    assert from_toml(to_toml(mapping), incoming=INCOMING) == mapping


def test_one_heading_may_stand_without_brackets() -> None:
    assert from_toml('[columns.phone]\nfrom = "电话"').columns["phone"].heads == ("电话",)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("source = ", NO_TOML),
        ("columns = 3", NO_TOML),
        ("[columns.phone]\nfrm = '电话'", NO_TOML),
        ("[columns.name]\nfrom = '姓名'", UNKNOWN),
        ("[columns.opened_at]\nfrom = '时间'\nformat = '日期'", NO_FORMAT),
        ("zone = 'Asia/Nowhere'", NO_ZONE),
        ("zone = '../Shanghai'", NO_ZONE),
        ("zone = 'Asia'", NO_ZONE),
    ],
)
def test_what_is_wrong_with_a_mapping_is_told(told: str, sentence: str) -> None:
    with pytest.raises(BadMapping) as refused:
        from_toml(told, incoming=INCOMING)
    assert refused.value.sentence == sentence
