"""A list whose results are sentences, taken in on the desk: kept word for word, or said what is lost."""

import pytest
from django.test import Client

from linli.matters.models import Matter
from tests.desk.conftest import Desk, page
from tests.desk.test_imports import chosen, handed
from tests.kinds.request.in_town import clerk
from tests.sheets.hotline import CLOSED, HEADS, line, written
from tests.town import Town


@pytest.fixture
def client(town: Town, desk: Desk) -> Client:
    return desk(clerk(town))


def test_what_was_done_in_sentences_is_kept_word_for_word_and_who_maps_it_away_is_told(client: Client) -> None:
    said = ("已联系相关单位现场处理完毕，居民表示认可。", "物业已更换三号楼门口的路灯灯泡，恢复照明。")
    told = [line(str(place), **{**CLOSED, "答复内容": "", "办理结果": one}) for place, one in enumerate(said)]
    content = written(told).replace("答复内容".encode(), "备用".encode())
    where = handed(client, content)["Location"]
    assert "“办理结果”列下是整句话，不是“办理结果”的固定选项" in page(client, f"{where}columns/")
    place = HEADS.index("办理结果")
    proposed_there = chosen(client, where)
    assert proposed_there[f"column-{place}"] == "answer"
    mapped = client.post(f"{where}columns/", {**proposed_there, f"column-{place}": "result"})["Location"]
    assert "原句不会保留" in page(client, mapped)
    words = {"word_column": ["result"] * 2, "word_text": list(said), "word_code": ["resolved"] * 2}
    client.post(mapped, words)
    assert "原句不会保留" in page(client, mapped), "also once each stands for a word"
    client.post(f"{where}columns/", proposed_there)
    client.post(f"{where}take/", {"do": "take"})
    client.post(f"{where}on/", headers={"HX-Request": "true"})
    assert said[0] in page(client, f"/m/{Matter.objects.earliest('pk').number}/")
