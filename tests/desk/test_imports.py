"""A list taken in on the desk: looked at, mapped, tried, taken in piece by piece; whatever was said stays."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from linli.matters.kind import kind_named
from linli.matters.models import Matter
from linli.matters.taking_in import take_in
from linli.paper.rows.table import opened
from linli.sheets import going_on
from linli.sheets.delivering import LASTS, receive, weigh
from linli.sheets.mapping import from_toml
from linli.sheets.models import Delivery, Profile
from linli.staff.models import Post
from tests.desk.conftest import Desk, page
from tests.kinds.request.in_town import clerk
from tests.sheets.hotline import CLOSED, HEADS, line, rows, written
from tests.sheets.registers import DOCKET, REGISTER
from tests.sheets.registers import file_of as register
from tests.town import FRIDAY, MONDAY, Town, viewing

LIST = [*rows(3), line("a", 诉求类别="街面秩序"), line("b", 受理时间="昨天")]


@pytest.fixture
def client(town: Town, desk: Desk) -> Client:
    return desk(clerk(town))


def handed(client: Client, content: bytes, name: str = "工单.csv", kind: str = "request") -> Any:
    return client.post("/imports/", {"kind": kind, "file": SimpleUploadedFile(name, content)})


def chosen(client: Client, where: str, **more: str) -> dict[str, str]:
    """The mapping as the page proposes it."""
    html = page(client, f"{where}columns/")
    names = [part.split('"', 1)[0] for part in html.split('<select name="column-')[1:]]
    told = {}
    for place, part in zip(names, html.split('<select name="column-')[1:], strict=True):
        options = part.split("</select>", 1)[0].split("<option value=")
        told[f"column-{place}"] = next((one.split('"')[1] for one in options if " selected" in one), "")
    return {**told, "source": "12345", **more}


def test_a_list_comes_in_step_by_step(client: Client, town: Town) -> None:
    assert "诉求清单每一行须有：原编号、登记时间、诉求内容、类型" in page(client, "/imports/")
    where = handed(client, written(LIST, encoding="gb18030"))["Location"]
    assert "GB 18030" in page(client, where)
    assert "3号楼门口的路灯坏了三天。" in page(client, where)
    trial = client.post(f"{where}columns/", chosen(client, where, name="12345热线"))["Location"]
    assert "街面秩序" in page(client, trial)
    assert "昨天" in page(client, trial)
    told = {"word_column": "category", "word_text": "街面秩序", "word_code": "路灯不亮 (street-light)"}
    client.post(trial, told)
    assert "导入 4 行正确数据" in page(client, trial)
    assert not Matter.objects.exists()
    client.post(f"{where}take/", {"do": "take"})
    assert "导入中" in page(client, where)
    client.post(f"{where}on/", headers={"HX-Request": "true"})
    assert Matter.objects.count() == 4
    done = page(client, where)
    assert Matter.objects.first().number in done  # type: ignore[union-attr]
    assert "5 / 5 行" in done, "what could not be read is told among the rows, as it is counted"
    assert "错误清单按台账现状列出" in done
    returned = client.get(f"{where}files/wrong.csv")
    assert "工单 错误清单.csv" in unquote(returned["Content-Disposition"])
    error_file = b"".join(returned)
    [wrong] = opened(BytesIO(error_file)).rows()
    assert wrong.cells[0] == "HXb"
    kept = from_toml(Profile.objects.get().told)
    assert kept.columns["category"].words == {"街面秩序": "street-light"}


def test_name_and_telephone_in_one_cell_are_pointed_at(client: Client) -> None:
    content = written(rows(1)).replace("联系电话".encode(), "姓名及电话".encode())
    assert "“姓名及电话”" in page(client, f"{handed(client, content)['Location']}columns/").split("im-lines")[0]


def test_the_log_counts_as_the_page_does(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    where = handed(client, written(LIST))["Location"]
    client.post(f"{where}columns/", chosen(client, where))
    client.post(f"{where}take/", {"do": "take"})
    with caplog.at_level("INFO", logger=going_on.__name__):
        client.post(f"{where}on/", headers={"HX-Request": "true"})
    assert "5 / 5 行" in page(client, where)
    assert "done: 5 rows, 2 wrong" in caplog.text


def test_what_a_column_is_chosen_for_is_not_asked_again_for_all_rows(client: Client) -> None:
    where = handed(client, written(rows(3)))["Location"]
    html = page(client, f"{where}columns/")
    assert 'data-fixed="category" hidden' in html
    assert 'data-fixed="confidential">' in html
    told = chosen(client, where)
    category = next(name for name, column in told.items() if column == "category")
    client.post(f"{where}columns/", {**told, category: ""})
    assert 'data-fixed="category">' in page(client, f"{where}columns/")


@pytest.mark.parametrize(("kind", "row", "needs"), [("dispute", REGISTER, "纠纷概况"), ("case", DOCKET, "案情")])
def test_a_register_and_a_docket_come_in_by_what_their_headings_and_words_say(
    kind: str, row: dict[str, str], needs: str, town: Town, desk: Desk, tmp_path: Path
) -> None:
    client = desk(town.mei)
    assert needs in page(client, "/imports/")
    file = SimpleUploadedFile("register.csv", register(tmp_path, row).read_bytes())
    where = client.post("/imports/", {"kind": kind, "file": file})["Location"]
    trial = client.post(f"{where}columns/", chosen(client, where))["Location"]
    assert "导入 1 行正确数据" in page(client, trial)
    client.post(f"{where}take/", {"do": "take"})
    client.post(f"{where}on/", headers={"HX-Request": "true"})
    assert (Matter.objects.get().kind, Matter.objects.get().phase) == (kind, "closed")


def test_numbers_that_come_twice_or_only_count_lines_are_pointed_at(client: Client) -> None:
    first, second = rows(2)
    where = handed(client, written([first, second, {**first, "诉求标题": "电梯停了"}]))["Location"]
    assert "▲" not in page(client, f"{where}columns/")
    trial = page(client, client.post(f"{where}columns/", chosen(client, where))["Location"])
    assert f"有 1 行的编号与前面的行相同，首处在第 4 行（{first['工单编号']}）" in trial
    lines = written(rows(2)).replace("工单编号".encode(), "序号".encode())
    where = handed(client, lines, "汇总.csv")["Location"]
    assert "“序号”只是清单内的行序" in page(client, f"{where}columns/")
    trial = page(client, client.post(f"{where}columns/", chosen(client, where))["Location"])
    assert "“序号”只是清单内的行序" in trial
    assert "编号与前面的行相同" not in trial


def test_an_empty_file_is_told_as_one(client: Client) -> None:
    assert "文件是空的" in handed(client, b"").content.decode()


def test_all_that_is_missing_is_told_at_once(client: Client) -> None:
    where = handed(client, "甲,乙\n1,2\n".encode())["Location"]
    told = client.post(f"{where}columns/", {"source": ""}).content.decode()
    assert all(word in told for word in ("编号出自哪里", "原编号、登记时间、诉求内容、类型", "统一填写"))


def test_the_next_list_with_these_headings_is_read_by_the_mapping_that_is_kept(client: Client, town: Town) -> None:
    where = handed(client, written(LIST))["Location"]
    client.post(f"{where}columns/", chosen(client, where, name="12345热线", **{f"column-{HEADS.index('来源')}": ""}))
    again = handed(client, written(LIST))["Location"]
    assert chosen(client, again)[f"column-{HEADS.index('来源')}"] == "", "it was left unread on purpose"
    assert 'value="12345热线"' in page(client, f"{again}columns/")


def test_what_is_chosen_stays_also_where_something_lacks(client: Client) -> None:
    where = handed(client, written(rows(1)))["Location"]
    told = chosen(client, where, source="", **{"column-0": "", "column-2": "place"})
    answer = client.post(f"{where}columns/", told)
    assert answer.status_code == 422
    assert "请写明编号出自哪里" in answer.content.decode()
    assert "编号" in client.post(f"{where}columns/", {**told, "source": "12345"}).content.decode()
    assert chosen(client, where)["column-0"] == ""
    assert chosen(client, where)["column-2"] == "place"


@pytest.mark.parametrize("more", [{"name": "名" * 30_000}, {"name": "热线", "word": "x" * 250_000}])
def test_what_is_too_long_to_be_kept_is_said_so_and_spoils_no_list(more: dict[str, str], client: Client) -> None:
    where = handed(client, written(rows(1)))["Location"]
    told = {"word_column": "category", "word_text": more.pop("word", "路灯"), "word_code": "street-light"}
    client.post(f"{where}columns/", chosen(client, where))
    client.post(f"{where}trial/", told)
    assert client.post(f"{where}columns/", chosen(client, where, **more)).status_code == 422
    assert not Profile.objects.exists()


def test_a_file_that_was_read_wrongly_is_read_anew(client: Client) -> None:
    told = {"encoding": "cp1252", "separator": ",", "head": "1"}
    where = handed(client, written(rows(1), encoding="gb18030"))["Location"]
    client.post(where, told)
    assert "路灯" not in page(client, where)
    client.post(where, {**told, "encoding": "gb18030"})
    assert "路灯" in page(client, where)
    assert client.post(where, {**told, "head": "0"}).status_code == 422


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"%PDF-1.7", "不是清单文件"), (b"PK\x03\x04", "工作簿无法读取"), (b"a,b\n", "没有数据行")],
)
def test_what_is_no_list_is_refused_with_a_sentence(content: bytes, sentence: str, client: Client) -> None:
    answer = handed(client, content)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Delivery.objects.exists()


def test_nothing_is_taken_in_where_nothing_is_chosen(client: Client) -> None:
    where = handed(client, written(rows(2)))["Location"]
    client.post(f"{where}columns/", chosen(client, where))
    client.post(f"{where}take/", {"do": "nothing"})
    assert not Matter.objects.exists()
    assert Delivery.objects.get().sealed is None
    assert "已放弃" in page(client, where)
    assert client.get(f"{where}columns/").status_code == 404


def test_the_tick_goes_on_with_what_a_page_left_and_lets_the_file_go(
    town: Town, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    again = line("00001", **{**CLOSED, "答复内容": "换了灯泡。"})
    where = handed(client, written([*rows(3), again, line("z")]))["Location"]
    client.post(f"{where}columns/", chosen(client, where))
    client.post(f"{where}take/", {"do": "take"})
    delivery = Delivery.objects.get()
    monkeypatch.setattr(going_on, "take_in", lambda taking, given: list(zip(range(1), take_in(taking, given))))  # noqa: B905
    assert going_on.go_on(delivery, at=FRIDAY) == 3
    monkeypatch.undo()
    assert going_on.go_on_with_all(at=FRIDAY) == 2
    assert Matter.objects.count() == 4
    assert going_on.let_go(at=delivery.handed_at + LASTS - timedelta(1)) == 0
    assert going_on.let_go(at=delivery.handed_at + LASTS) == 1
    assert Delivery.objects.get().sealed is None


def test_a_taking_in_whose_file_is_gone_says_that_it_stopped_and_what_to_do(town: Town, client: Client) -> None:
    where = handed(client, written(rows(2)))["Location"]
    client.post(f"{where}columns/", chosen(client, where))
    client.post(f"{where}take/", {"do": "take"})
    assert "导入中" in page(client, where)
    going_on.let_go(at=Delivery.objects.get().handed_at + LASTS)
    assert "未完成即停止" in page(client, "/imports/")
    html = page(client, where)
    assert ("未完成即停止" in html, "重新提交同一份清单" in html, f"{where}on/" in html) == (True, True, False)


def test_two_at_once_do_not_take_the_same_rows(town: Town, client: Client) -> None:
    where = handed(client, written(rows(2)))["Location"]
    client.post(f"{where}columns/", chosen(client, where))
    client.post(f"{where}take/", {"do": "take"})
    delivery = Delivery.objects.get()
    assert going_on._seized(delivery)
    assert going_on.go_on(delivery, at=FRIDAY) == 0
    assert not Matter.objects.exists()


def test_nothing_more_comes_in_once_who_began_it_lost_the_post_and_no_other_list_waits_for_it(
    town: Town, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for count in (1, 2):
        where = handed(client, written(rows(count)))["Location"]
        client.post(f"{where}columns/", chosen(client, where))
        client.post(f"{where}take/", {"do": "take"})
    Post.objects.filter(user=clerk(town)).update(valid_until=MONDAY.date())
    assert going_on.go_on_with_all(at=FRIDAY) == 0
    assert going_on.is_stuck(Delivery.objects.earliest("pk"), at=FRIDAY)
    Post.objects.filter(user=clerk(town)).update(valid_until=None)
    assert not going_on.is_stuck(Delivery.objects.earliest("pk"), at=FRIDAY)
    spoilt, worked = Delivery.objects.earliest("pk"), going_on._worked

    def working(one: Delivery, *, until: float) -> bool:
        if one == spoilt:
            raise OSError
        return worked(one, until=until)

    monkeypatch.setattr(going_on, "_worked", working)
    assert going_on.go_on_with_all(at=FRIDAY) == 2
    monkeypatch.setattr(going_on, "_worked", worked)
    monkeypatch.setattr(going_on, "A_BEAT", 0)
    assert going_on.go_on_with_all(at=FRIDAY) == 0


def test_a_file_lies_sealed_and_only_who_handed_it_over_opens_it(town: Town, desk: Desk) -> None:
    who = viewing(clerk(town), at=FRIDAY)
    from_list = written(rows(1))
    delivery = receive(from_list, file_name="工单.csv", kind=kind_named("request"), who=who, at=FRIDAY)
    weigh(delivery, by=who.posts[0], at=FRIDAY)
    for told in (delivery.sealed, delivery.weighed):
        assert told is not None
        assert b"13800000011" not in bytes(told)
    assert desk(town.mei).get(f"/imports/{delivery.key}/").status_code == 404
    assert desk(town.wang).get("/imports/").status_code == 403
    assert "工单.csv" in page(desk(town.lei), "/imports/")
