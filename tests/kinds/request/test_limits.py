"""How long a reply is given, by the profile the centre picked: every profile answers for every sort and urgency."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from linli.kinds.request import choices
from linli.kinds.request.commands.limit import by_profile, reply_terms
from linli.matters.command import Refused
from linli.policy.book import NoTerm
from linli.policy.load import profiles, rows_of
from linli.policy.models import Category, Centre, Term
from tests.kinds.request.in_town import accepted, clerk, taken_in
from tests.kinds.request.pure import policy
from tests.kinds.request.told import say
from tests.town import LONG_AGO, MONDAY, Town, said, state_of

SORTS = ("consult", "help", "suggestion", "complaint", "report", "thanks", "other")
SPANS = {
    "guangdong-2022": ("2wd", "10wd", "10wd", "15wd", "15wd", "5wd", "5wd"),
    "jinan-2018": ("5wd", "5wd", "5wd", "5wd", "5wd", "5wd", "5wd"),
    "weifang-2021": ("5wd", "5wd", "5wd", "5wd", "5wd", "5wd", "5wd"),
    "beijing-tiers": ("7d", "7d", "7d", "7d", "7d", "7d", "7d"),
    "bureau-3-13": ("3wd", "3wd", "13wd", "13wd", "13wd", "5wd", "5wd"),
    "lamp-1-2-5": ("2wd", "5wd", "5wd", "5wd", "5wd", "5wd", "5wd"),
    "brief-1-5-15": ("1wd", "5wd", "7wd", "15wd", "15wd", "5wd", "5wd"),
}
DAY = date(2026, 3, 2)


def span(codes: tuple[str, ...], *, profile: str) -> str:
    book = replace(policy(MONDAY), profile=profile)
    code = book.first_of(codes, kind="request", category="street-light", on=DAY)
    return book.term(code, kind="request", category="street-light", on=DAY).span


@pytest.mark.parametrize("profile", SPANS)
def test_every_profile_gives_every_sort_a_limit_and_the_urgent_tiers_in_clock_hours(profile: str) -> None:
    assert set(SORTS) == set(choices.SORTS)
    found = tuple(span(reply_terms(profile, sort=sort, urgency="ordinary"), profile=profile) for sort in SORTS)
    assert found == SPANS[profile]
    for urgency, hours in {"life": "2h", "utilities": "24h"}.items():
        assert {span(reply_terms(profile, sort=sort, urgency=urgency), profile=profile) for sort in SORTS} == {hours}
    assert span(by_profile(profile, "sign"), profile=profile) in ("1wd", "24h")


def test_the_first_code_in_force_is_taken_and_the_last_is_named_where_none_is() -> None:
    book = policy(MONDAY)
    codes = ("request.nowhere.help", "request.general")
    assert book.first_of(codes, kind="request", category=None, on=DAY) == "request.general"
    with pytest.raises(NoTerm, match=r"request\.nowhere\.last"):
        book.first_of((codes[0], "request.nowhere.last"), kind="request", category=None, on=DAY)


def test_no_term_is_shipped_twice() -> None:
    rows = [row for folder in profiles() for row in rows_of(folder / "terms.csv")]
    known = Counter((row["code"], row["kind"], row["category"]) for row in rows)
    assert [key for key, times in known.items() if times > 1] == []
    assert all(row["basis"] for row in rows)


@pytest.mark.django_db
def test_the_centre_counts_by_its_profile_and_a_category_has_its_own_limit(town: Town) -> None:
    before = state_of(accepted(town)).marks["reply"].basis
    Centre.objects.create(name="云棠", profile="guangdong-2022")
    after = state_of(accepted(town)).marks["reply"].basis
    assert (before["term"], before["span"]) == ("request.brief-1-5-15.help", "5wd")
    assert (after["term"], after["span"]) == ("request.guangdong-2022.help", "10wd")
    assert Centre.objects.get().profile == "guangdong-2022"
    above = Category.objects.get(kind="request", code="facilities")
    told = {"code": "request.guangdong-2022.help", "kind": "request", "category": above, "valid_from": LONG_AGO}
    Term.objects.create(**told, span="3wd", basis="本中心工作安排")
    assert state_of(accepted(town)).marks["reply"].basis["span"] == "3wd"
    assert state_of(accepted(town, category="litter")).marks["reply"].basis["span"] == "10wd"


@pytest.mark.django_db
def test_without_any_term_the_refusal_names_the_one_to_add(town: Town) -> None:
    matter = taken_in(town)
    Term.objects.filter(code__in=["request.brief-1-5-15.help", "request.general"]).delete()
    with pytest.raises(Refused, match=r"request\.general"):
        said(say.accept, matter, by=clerk(town), at=MONDAY)
    Centre.objects.create(name="云棠", profile="jinan-2018")
    assert said(say.accept, matter, by=clerk(town), at=MONDAY).stage == "accepted"
