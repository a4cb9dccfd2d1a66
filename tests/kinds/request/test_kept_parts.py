"""What was split off a request is kept confidential with it: in one step, and from the start where it was so before."""

import pytest
from django.test import Client

from linli.kinds.request.course import may_be_public
from linli.matters.command import Refused
from linli.matters.models import Matter
from linli.matters.verify import verify
from linli.staff.models import User
from tests.kinds.request.in_town import accepted, clerk, dispatched, in_hand
from tests.kinds.request.told import answer, say, sending
from tests.town import MONDAY, TUESDAY, Town, facts_of, said, state_of

pytestmark = pytest.mark.django_db
TITLE, TASK, WHY = "三楼阿婆门前灯箱", "到三楼阿婆门前检修", "阿婆住在南社区"
OF_THE_DESK = (TITLE, TASK, WHY)
KEPT = {"title": "路灯报修", "task": "核实柳树街路灯", "parts_task": "检修路口灯箱"}


def parts_of(whole: Matter) -> list[Matter]:
    return [Matter.objects.get(number=row["number"]) for row in state_of(whole).data["parts"]]


def split(town: Town, whole: Matter) -> Matter:
    told = {"to_unit": town.south, "title": TITLE, "task": TASK, "why": WHY}
    return said(say.split, whole, by=clerk(town), at=MONDAY, **told)


def answered(town: Town, part: Matter) -> Matter:
    town.sun.posts.update(role="handler")
    return said(say.reply, said(say.sign, part, by=town.sun, at=MONDAY), by=town.sun, at=MONDAY, **answer())


def read(client: Client, user: User, matter: Matter) -> str:
    client.force_login(user)
    return client.get(f"/m/{matter.number}/").content.decode()


def test_in_the_same_step_and_each_part_that_is_not_answered_gets_words_for_its_unit(
    client: Client, town: Town
) -> None:
    whole = split(town, split(town, in_hand(town)))
    done, waiting = parts_of(whole)
    done = answered(town, done)
    whole.refresh_from_db()
    assert all(word in read(client, town.sun, waiting) for word in OF_THE_DESK)
    whole = said(say.keep_confidential, whole, by=clerk(town), at=TUESDAY, **KEPT)
    done, waiting = parts_of(whole)
    assert [facts_of(one)[-1] for one in (whole, done, waiting)] == ["KeptConfidential"] * 3
    assert (done.title, waiting.title, done.stage) == (KEPT["title"], KEPT["title"], "closed")
    for part in (done, waiting):
        shown = read(client, town.sun, part)
        assert [word for word in OF_THE_DESK if word in shown] == []
        assert (KEPT["parts_task"] in shown, KEPT["task"] in shown) == (part == waiting, False)
        of_the_desk = read(client, clerk(town), part)
        assert all(word in of_the_desk for word in OF_THE_DESK)
        assert not may_be_public(state_of(part))
    assert verify().differences == ()


def test_without_words_for_them_nothing_is_done(town: Town) -> None:
    whole = split(town, in_hand(town))
    with pytest.raises(Refused, match=r"parts|子单"):
        said(say.keep_confidential, whole, by=clerk(town), at=TUESDAY, **{**KEPT, "parts_task": " "})
    whole.refresh_from_db()
    assert "confidential" not in state_of(whole).flags
    answered(town, parts_of(whole)[0])
    whole.refresh_from_db()
    whole = said(say.keep_confidential, whole, by=clerk(town), at=TUESDAY, **{**KEPT, "parts_task": ""})
    assert [facts_of(one)[-1] for one in parts_of(whole)] == ["KeptConfidential"]


def test_a_part_that_was_kept_so_by_itself_stays_as_it_is(town: Town) -> None:
    whole = split(town, split(town, in_hand(town)))
    first = parts_of(whole)[0]
    own = {"title": "灯箱检修", "task": "检修灯箱"}
    first = said(say.keep_confidential, first, by=clerk(town), at=MONDAY, **own)
    whole = said(say.keep_confidential, whole, by=clerk(town), at=TUESDAY, **KEPT)
    assert [one.title for one in parts_of(whole)] == [own["title"], KEPT["title"]]
    assert facts_of(parts_of(whole)[0]) == facts_of(first)


def test_the_form_names_the_parts_and_asks_for_their_words_only_where_there_are_some(
    client: Client, town: Town
) -> None:
    alone = dispatched(town)
    whole = split(town, in_hand(town))
    client.force_login(clerk(town))
    asked = {one.pk: client.get(f"/m/{one.number}/keep_confidential/").content.decode() for one in (alone, whole)}
    assert ["parts_task" in asked[one.pk] for one in (alone, whole)] == [False, True]
    assert parts_of(whole)[0].number in asked[whole.pk]


def test_what_is_split_off_a_confidential_request_is_so_from_the_start(client: Client, town: Town) -> None:
    whole = accepted(town, confidential=True)
    whole = said(say.dispatch, whole, by=clerk(town), at=MONDAY, **sending(town.north, task=KEPT["task"]))
    (part,) = parts_of(split(town, whole))
    assert ("confidential" in state_of(part).flags, may_be_public(state_of(part))) == (True, False)
    shown = read(client, town.sun, part)
    assert (TITLE in shown, TASK in shown) == (True, True)
    assert not may_be_public(state_of(whole))
    (ordinary,) = parts_of(split(town, in_hand(town)))
    assert "confidential" not in state_of(ordinary).flags
