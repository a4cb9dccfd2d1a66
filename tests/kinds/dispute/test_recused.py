"""Who was recused handles the matter no more: not a step, not a note, not a look into sealed words."""

import pytest
from django.test import Client

from linli.matters.command import Refused
from linli.matters.everyday import note
from linli.matters.instructing import instruct
from linli.matters.models import Look, Matter
from linli.matters.record import in_hand
from linli.matters.telling import tell
from linli.policy.book import book
from linli.staff.models import User
from tests.desk.uploads import attach, picture
from tests.kinds.dispute.in_town import in_mediation
from tests.kinds.dispute.told import say, session
from tests.town import MONDAY, Town, facts_of, said, state_of, viewing

pytestmark = pytest.mark.django_db


def recused(town: Town) -> Matter:
    talk = session(MONDAY, concession="可少赔两百", concession_side="a")
    matter = said(say.hold_session, in_mediation(town), by=town.wang, at=MONDAY, **talk)
    matter = said(say.recuse, matter, by=town.gu, at=MONDAY, user=town.wang, why="近亲属")
    return said(say.name_mediator, matter, by=town.gu, at=MONDAY, mediator=town.gu)


def test_who_was_recused_says_nothing_more_to_the_matter_and_the_next_one_goes_on(town: Town) -> None:
    matter = recused(town)
    for command, told in ((say.hold_session, session(MONDAY)), (say.recuse, {}), (note, {"text": "再说一句"})):
        with pytest.raises(Refused, match="回避"):
            said(command, matter, by=town.wang, at=MONDAY, **told)
        with pytest.raises(Refused, match="回避"):
            by = viewing(town.wang).posts[0]
            tell(in_hand(matter), command, told=told, by=by, at=MONDAY, book=book(MONDAY))
    matter = said(say.hold_session, matter, by=town.gu, at=MONDAY, **session(MONDAY))
    assert said(note, matter, by=town.gu, at=MONDAY, text="接着调").version == matter.version + 1


def test_who_was_recused_is_instructed_no_more(town: Town) -> None:
    matter, told = recused(town), {"what": "先约双方面谈", "by_on": MONDAY.date()}
    with pytest.raises(Refused, match="回避"):
        said(instruct, matter, by=town.gu, at=MONDAY, user=town.wang, **told)
    assert state_of(said(instruct, matter, by=town.gu, at=MONDAY, user=town.he, **told)).open_instructions()


def test_who_was_recused_is_given_no_duty_again(town: Town) -> None:
    matter = said(say.change_mediator, in_mediation(town), by=town.gu, at=MONDAY, mediator=town.chen)
    matter = said(say.recuse, matter, by=town.gu, at=MONDAY, user=town.chen, why="近亲属")
    before, by = facts_of(matter), viewing(town.gu).posts[0]
    for told in ({"leader": town.chen}, {"team_lead": town.chen}, {"leader": town.he, "team_lead": town.chen}):
        with pytest.raises(Refused, match=f"{town.chen.name}.*回避"):
            said(say.assign, matter, by=town.gu, at=MONDAY, **told)
        with pytest.raises(Refused, match=f"{town.chen.name}.*回避"):
            tell(in_hand(matter), say.assign, told=told, by=by, at=MONDAY, book=book(MONDAY))
    assert facts_of(matter) == before
    assert said(say.assign, matter, by=town.gu, at=MONDAY, team_lead=town.gu).version == matter.version + 1


def test_who_was_recused_takes_no_record_out(client: Client, town: Town) -> None:
    matter = said(say.change_mediator, in_mediation(town), by=town.gu, at=MONDAY, mediator=town.gu)
    client.force_login(town.gu)
    assert client.get(f"/m/{matter.number}/export/").status_code == 200
    said(say.recuse, matter, by=town.wang, at=MONDAY, user=town.gu, why="近亲属")
    assert client.get(f"/m/{matter.number}/export/").status_code == 403
    assert Look.objects.count() == 1


def test_who_was_recused_opens_no_words_and_no_file_and_is_offered_no_step(client: Client, town: Town) -> None:
    def desk(user: User) -> Client:
        client.force_login(user)
        return client

    matter = recused(town)
    attach(desk, town, matter, "证据.jpg", picture())
    seq, file = state_of(matter).data["concessions"][0]["seq"], state_of(matter).files[0].seq
    answers = {}
    for user in (town.wang, town.gu):
        words = desk(user).post(f"/m/{matter.number}/reveal/{seq}/", {"purpose": "handling"})
        taken = client.get(f"/m/{matter.number}/files/{file}/")
        form = client.get(f"/m/{matter.number}/note/")
        page = client.get(f"/m/{matter.number}/").content.decode()
        offered = f"/m/{matter.number}/note/" in page or f"/reveal/{seq}/" in page
        answers[user.username] = (words.status_code, taken.status_code, form.status_code, offered)
    assert answers == {"wang": (403, 403, 409, False), "gu": (200, 200, 200, True)}
    assert set(Look.objects.values_list("user", flat=True)) == {town.gu.pk}
