"""From a dispute that cannot be mediated to the minutes of the next meeting: called, instructed, done, said so.

The county's server runs in real time, so a second meeting, convened after all was done, stands for the next morning.
"""

import re
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from playwright.sync_api import expect

from linli.paper.page import BOTTOM, HEIGHT, LEFT, POINT, RIGHT, WIDTH
from tests.paper.printing import missing, printed
from tests.walks.test_one_dispute import register
from tests.walks.visitor import Visitor

pytestmark = pytest.mark.browser

TODAY = datetime.now(ZoneInfo("Asia/Shanghai")).date()
FRIDAY = TODAY + timedelta(days=(4 - TODAY.weekday()) % 7)
TASK = "调取楼道监控，周五前报告初步结果"
DONE = "监控已调取，行为人身份已核实。"


def test_what_a_leader_instructs_in_the_morning_is_done_and_the_next_minutes_say_so(visitor: Visitor) -> None:
    dispute = ended_without_agreement(visitor)
    case = handed_over_to_the_police(visitor, dispute)
    morning = convened_with_the_case_on_the_list(visitor, case)
    instructed_from_the_list(visitor, case, morning)
    stepped_through_on_the_wall(visitor, case, morning)
    written_down_and_closed(visitor, morning)

    carried_out(visitor, case)
    closed_by_another(visitor, case)

    following = the_next_list_says_it_is_done(visitor, case)
    for paper, words in (("minutes", [case, TASK, "上次会议以来已办结的交办事项"]), ("list", [case])):
        content = taken_out(visitor, following, paper)
        told = text_of(content)
        assert all(word in told for word in [following, *words]), paper
        printed_within_its_page(content, name=paper, folder=visitor.pictures)


def ended_without_agreement(visitor: Visitor) -> str:
    number = register(visitor, title="楼道推搡引发的纠纷", dangers=[])
    visitor.step(number, "accept", {"note": ""})
    visitor.step(number, "consent", {"side": "a", "agreed": "no"})
    visitor.step(number, "consent", {"side": "b", "agreed": "no"})
    visitor.sign_in("zheng")
    told = "告知可向人民法院起诉。"
    visitor.step(number, "terminate", {"termination_reason": "unwilling", "ways": ["court"], "told": told})
    return number


def handed_over_to_the_police(visitor: Visitor, dispute: str) -> str:
    """The dispute goes on as a case, the police bureau takes it on, and its officer finds that it can be solved."""
    told = {"to_kind": "case", "title": "楼道推搡致人轻微伤", "text": "双方推搡，一方报称受伤。", "why": "涉嫌违法"}
    visitor.step(dispute, "convert", told)
    visitor.picture("goes-on-as-a-case")
    link = visitor.page.locator(".related a", has_text="楼道推搡致人轻微伤")
    case = (link.get_attribute("href") or "").rstrip("/").rpartition("/")[2]
    hand_to(visitor, case, unit="云棠县公安局")
    visitor.sign_in("he")
    visitor.step(case, "assign", {"officer": "方定安 (fang)", "leader": "贺知远 (he)"})
    visitor.sign_in("fang")
    told = {"assessment": "solvable", "assessment_ground": "clear_lead", "next_action": "调取楼道监控"}
    visitor.step(case, "assess", told)
    visitor.reads("红", "具备破案条件")
    visitor.picture("case-red")
    return case


def send(visitor: Visitor, case: str, verb: str, told: dict[str, str], *, picture: str = "") -> None:
    """Fill in the form of a step that was opened somewhere, and send it."""
    form = f"form[action='/m/{case}/{verb}/']"
    expect(visitor.page.locator(form)).to_be_visible()
    visitor.fill(form, dict(told))
    if picture:
        visitor.picture(picture)
    visitor.page.click(f"{form} button.primary")


def hand_to(visitor: Visitor, case: str, *, unit: str) -> None:
    """After it the matter is out of one's hands, and the list opens."""
    visitor.go(f"/m/{case}/")
    visitor.page.click(f".ways a[href='/m/{case}/hand_to/']")
    send(visitor, case, "hand_to", {"to_unit": unit, "why": "涉嫌违反治安管理"})
    expect(visitor.page).to_have_url(re.compile(r"/matters/$"))


def convened_with_the_case_on_the_list(visitor: Visitor, case: str) -> str:
    """The leader looks at the list live, convenes the meeting, and finds the case among the new and the red ones."""
    visitor.sign_in("he")
    visitor.page.keyboard.press("g")
    visitor.page.keyboard.press("e")
    expect(visitor.page.locator("main h1")).to_contain_text("会议")
    visitor.page.click("button[value=look]")
    expect(visitor.page.locator(".flag-live")).to_contain_text("实时")
    expect(visitor.page.locator("#red")).to_contain_text(case)
    visitor.picture("live")
    number = convene(visitor)
    for section in ("#new", "#red"):
        row = visitor.page.locator(f"{section} tr", has_text=case)
        expect(row.locator(".chip").first).to_contain_text("红")
    expect(visitor.page.locator(".meta")).to_contain_text("清单自截止时刻起未被改动")
    visitor.picture("convened")
    return number


def convene(visitor: Visitor) -> str:
    visitor.page.click("button[value=convene]")
    expect(visitor.page).to_have_url(re.compile(r"/meetings/CH-[^/]+/$"))
    return visitor.page.url.rstrip("/").rpartition("/")[2]


def instructed_from_the_list(visitor: Visitor, case: str, meeting: str) -> None:
    """From the row to the form, and back to the meeting with what was instructed."""
    visitor.page.locator("#red tr", has_text=case).get_by_role("link", name="交办").click()
    told = {"user": "方定安 (fang)", "what": TASK, "by_on": FRIDAY.isoformat()}
    send(visitor, case, "instruct", told, picture="instructing")
    expect(visitor.page).to_have_url(f"{visitor.address}/meetings/{meeting}/")
    given = visitor.page.locator("section", has=visitor.page.locator("#given-title"))
    for words in (case, TASK, "方定安", FRIDAY.isoformat()):
        expect(given).to_contain_text(words)


def stepped_through_on_the_wall(visitor: Visitor, case: str, meeting: str) -> None:
    """By the keys of a presenter, until the case stands on the wall."""
    visitor.go(f"/meetings/{meeting}/wall/")
    for _step in range(200):
        if case in visitor.page.locator(".wall-meta").inner_text():
            break
        before = visitor.page.url
        visitor.page.keyboard.press("PageDown")
        expect(visitor.page).not_to_have_url(before)
    visitor.page.set_viewport_size({"width": 1920, "height": 1080})
    expect(visitor.page.locator(".wall-halves")).to_contain_text(TASK)
    expect(visitor.page.locator(".wall-colour")).to_contain_text("红")
    visitor.picture("wall")
    wall = visitor.page.inner_text("body")
    assert not [name for name in ("甄有理", "贾不让", "甄**", "贾**", "138****") if name in wall]
    visitor.page.set_viewport_size({"width": 1440, "height": 900})
    visitor.page.keyboard.press("Escape")
    expect(visitor.page).to_have_url(f"{visitor.address}/meetings/{meeting}/")


def written_down_and_closed(visitor: Visitor, meeting: str) -> None:
    form = f"form[action='/meetings/{meeting}/hold/']"
    told = {"present-0-user": "贺知远 (he)", "present-1-user": "丁若谷 (ding)", "remarks": "先办红色案件。"}
    visitor.fill(form, told)
    visitor.page.click(f"{form} button.primary")
    expect(visitor.page.locator(".notice")).to_contain_text("已记录")
    visitor.page.click(f"form[action='/meetings/{meeting}/close/'] button")
    expect(visitor.page.locator(".notice")).to_contain_text("已结束")
    expect(visitor.page.locator("main")).to_contain_text("丁若谷、贺知远")


def carried_out(visitor: Visitor, case: str) -> None:
    """The officer finds it on the first page, records first results, and says that the instruction is done."""
    visitor.sign_in("fang")
    visitor.page.click(".pressing a[href='/matters/?whose=instructed']")
    visitor.page.click(f"table a[href='/m/{case}/']")
    expect(visitor.page.locator(".tasks-card")).to_contain_text(TASK)
    visitor.picture("the-officers-page")
    visitor.step(case, "progress", {"text": "监控显示推搡经过。", "first_results": True})
    visitor.reads("黄", "有初步成果")
    visitor.page.click(".tasks-card a[href*='/fulfil/']")
    send(visitor, case, "fulfil", {"done": DONE})
    expect(visitor.page.locator(".tasks-card")).to_have_count(0)
    expect(visitor.page.locator("#timeline")).to_contain_text(DONE)
    visitor.picture("yellow-and-fulfilled")


def closed_by_another(visitor: Visitor, case: str) -> None:
    visitor.step(case, "file", {"document": "云公（治）立字〔2026〕8号", "filed_on": TODAY.isoformat()})
    told = {"result": "handled", "report": "已依法调查处理完毕。"}
    visitor.step(case, "report_result", told)
    visitor.sign_in("he")
    visitor.step(case, "approve_result", {"note": "同意。"})
    visitor.reads("绿", "已全部办结")
    visitor.picture("case-green")


def the_next_list_says_it_is_done(visitor: Visitor, case: str) -> str:
    visitor.go("/meetings/")
    following = convene(visitor)
    expect(visitor.page.locator("#instructions")).not_to_contain_text(case)
    expect(visitor.page.locator("#red")).not_to_contain_text(case)
    row = visitor.page.locator("#fulfilled tr", has_text=case)
    expect(row).to_contain_text(TASK)
    visitor.picture("the-next-list")
    return following


def taken_out(visitor: Visitor, meeting: str, paper: str) -> Path:
    with visitor.page.expect_download() as coming:
        visitor.page.click(f"a[href='/meetings/{meeting}/papers/{paper}/']")
    place = visitor.pictures / f"{paper}.docx"
    assert meeting in coming.value.suggested_filename
    coming.value.save_as(place)
    return place


def text_of(file: Path) -> str:
    return "\n".join(words_in(file))


def words_in(file: Path) -> Iterator[str]:
    document = Document(str(file))
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        yield from (cell.text for row in table.rows for cell in row.cells)


def printed_within_its_page(file: Path, *, name: str, folder: Path) -> None:
    """Where the programs are: upright A4, numbered through, nothing outside the text area; kept as pictures."""
    if missing():
        return
    pages = printed({name: file.read_bytes()}, folder=folder)[name]
    assert [page.number for page in pages] == [f"—{number}—" for number in range(1, len(pages) + 1)]
    assert {(round(page.width), round(page.height)) for page in pages} == {(595, 842)}
    assert len(pages) <= {"minutes": 3, "list": 12}[name]
    for page in pages:
        assert min(word.left for word in page.text) >= LEFT / POINT - 1
        assert max(word.right for word in page.text) <= (WIDTH - RIGHT) / POINT + 1
        assert max(word.bottom for word in page.text) <= (HEIGHT - BOTTOM) / POINT + 1
    subprocess.run(["pdftoppm", "-r", "60", "-png", str(folder / f"{name}.pdf"), str(folder / name)], check=True)
