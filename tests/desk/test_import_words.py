"""Words of a list that are not ours yet, as they are answered on the desk."""

import pytest
from django.test import Client
from msgspec.structs import replace

from linli.policy.models import Category
from linli.sheets.delivering import mapping_of, remap, weight_of
from linli.sheets.mapping import from_toml
from linli.sheets.models import Delivery, Profile
from tests.desk.conftest import Desk, page
from tests.desk.test_imports import chosen, handed
from tests.kinds.request.in_town import clerk
from tests.sheets.hotline import HEADS, line, written
from tests.town import Town


@pytest.fixture
def client(town: Town, desk: Desk) -> Client:
    return desk(clerk(town))


def test_a_word_that_is_no_value_is_read_as_a_blank_cell_where_the_column_can_do_without(client: Client) -> None:
    where = tried(client, 来源="未评价", 承办单位="无", 诉求类别="没写", 派单时间="2026-03-02 10:00")
    html = page(client, f"{where}trial/")
    assert '<option value="-" selected>视为空白，不取值</option>' in html, "it says of itself that it is none"
    assert html.count('name="word_blank_proposed"') == 1, "a unit can be done without, a category cannot"
    assert '<option value="-"' not in page(client, f"{where}columns/"), "for all rows nothing has to be said"
    answers(
        client,
        where,
        ("category", "没写", "-"),
        ("channel", "未评价", "-"),
        ("handler", "无", "北社区"),
        name="热线",
        word_blank="2",
    )
    columns = from_toml(Profile.objects.get().told).columns
    assert (columns["channel"].words, columns["handler"].words) == ({"未评价": ""}, {"无": ""})
    assert set(asked(where)) == {"category"}, "which every row needs"
    assert "" not in mapping_of(Delivery.objects.get()).columns["category"].words.values()


@pytest.mark.parametrize(
    ("tick", "typed", "stands_for"),
    [
        ("word_blank", "北社区", ""),
        ("word_blank_proposed", "北社区", "北社区"),
        ("word_blank_proposed", " ", ""),
        ("other", "北社区", "北社区"),
    ],
)
def test_a_tick_of_the_page_gives_way_to_what_was_typed_and_that_of_a_hand_does_not(
    tick: str, typed: str, stands_for: str, client: Client
) -> None:
    where = tried(client, 承办单位="无")
    answers(client, where, ("handler", "无", typed), **{tick: "0"})
    assert mapping_of(Delivery.objects.get()).columns["handler"].words == {"无": stands_for}


def test_an_answer_that_is_on_no_list_is_refused_where_it_was_given_and_all_others_are_kept(client: Client) -> None:
    where = tried(client, 诉求类别="噪音扰民-施工", 来源="大厅", 承办单位="北居委")
    more = {"word_column": ["category", "channel", "handler"], "word_text": ["噪音扰民-施工", "大厅", "北居委"]}
    said = client.post(f"{where}trial/", {**more, "word_code": ["施工<噪音", "window", "北社区"], "name": "热线"})
    html = said.content.decode()
    assert said.status_code == 422
    assert "有的词所填内容不在名录中" in html
    assert 'value="施工&lt;噪音"' in html, "what was typed stays"
    assert "“施工&lt;噪音”不是“类型”的代码或名称" in html
    assert html.count("aria-invalid") == 1
    columns = from_toml(Profile.objects.get().told).columns
    assert [columns[name].words for name in more["word_column"]] == [{}, {"大厅": "window"}, {"北居委": "北社区"}]
    assert asked(where) == {"category": ["噪音扰民-施工"]}
    assert answers(client, where, ("category", "噪音扰民-施工", "路灯不亮 (street-light)")) == 302
    assert asked(where) == {}


def test_a_name_that_several_have_is_refused_too(client: Client, town: Town) -> None:
    type(town.north).objects.filter(pk=town.south.pk).update(name=town.north.name)
    where = tried(client, 承办单位="居委会")
    assert answers(client, where, ("handler", "居委会", town.north.name)) == 422
    assert answers(client, where, ("handler", "居委会", town.north.code)) == 302


def test_the_word_of_the_list_is_asked_about_where_its_answer_stands_for_nothing(client: Client) -> None:
    where = tried(client, 诉求类别="噪音扰民-施工")
    chain = {"噪音扰民-施工": "施工噪音", "施工噪音": "施工噪声"}
    delivery = Delivery.objects.get()
    how = mapping_of(delivery)
    remap(delivery, replace(how, columns={**how.columns, "category": replace(how.columns["category"], words=chain)}))
    client.post(f"{where}trial/", {})
    assert asked(where) == {"category": ["噪音扰民-施工"]}
    assert 'value="施工噪音"' in page(client, f"{where}trial/"), "as which it was answered"
    answers(client, where, ("category", "噪音扰民-施工", "street-light"))
    assert asked(where) == {}


def test_what_was_said_of_all_rows_and_stands_for_nothing_can_be_put_right_there(client: Client) -> None:
    where = tried(client)
    place = f"column-{HEADS.index('诉求类别')}"
    client.post(f"{where}columns/", chosen(client, where, **{place: "", "fixed-category": "施工噪音"}))
    assert asked(where) == {"category": ["施工噪音"]}
    answers(client, where, ("category", "施工噪音", "street-light"))
    assert asked(where) == {}
    assert mapping_of(Delivery.objects.get()).columns["category"].fixed == "street-light"


def test_only_categories_of_the_kind_are_suggested(client: Client) -> None:
    mine = Category.objects.filter(kind="request").first()
    assert mine
    Category.objects.create(kind="case", code="elsewhere", name=mine.name, valid_from=mine.valid_from)
    where = tried(client, 诉求类别="噪音扰民-施工")
    assert 'data-kind="request" data-look-up="categories"' in page(client, f"{where}trial/")
    assert "elsewhere" in page(client, f"/look-up/categories/?q={mine.name}")
    found = page(client, f"/look-up/categories/?q={mine.name}&kind=request")
    assert (mine.code in found, "elsewhere" in found) == (True, False)


def test_the_long_name_of_a_unit_is_remembered_as_a_short_one_is(client: Client) -> None:
    long, short = "拂柳街道办事处城建科", "综合执法队"
    cells = {"派单时间": "2026-03-02 10:00", "承办单位": long}
    file = written([line("1", **cells), line("2", **{**cells, "承办单位": short})])
    where = handed(client, file)["Location"]
    client.post(f"{where}columns/", chosen(client, where))
    answers(client, where, ("handler", long, "北社区"), ("handler", short, "南社区"), name="热线")
    told = {long: "北社区", short: "南社区"}
    assert from_toml(Profile.objects.get().told).columns["handler"].words == told
    Profile.objects.all().delete()
    client.post(f"{where}take/", {"do": "take"})
    handed(client, file)
    assert mapping_of(Delivery.objects.latest("pk")).columns["handler"].words == told


def tried(client: Client, **cells: str) -> str:
    """A list of one row, run through; `cells`: what it says."""
    where: str = handed(client, written([line("1", **cells)]))["Location"]
    assert client.post(f"{where}columns/", chosen(client, where)).status_code == 302
    return where


def answers(client: Client, where: str, *told: tuple[str, str, str], **more: str) -> int:
    names, texts, codes = zip(*told, strict=True)
    said = {"word_column": names, "word_text": texts, "word_code": codes}
    return client.post(f"{where}trial/", {**said, **more}).status_code


def asked(where: str) -> dict[str, list[str]]:
    weight = weight_of(Delivery.objects.get(key=where.strip("/").split("/")[-1]))
    assert weight
    return {name: list(words) for name, words in weight.words.items()}
