"""An installation from before a kind came: what lacks its terms and numbers is refused in words, until it is loaded."""

import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

import pytest
from django.db.models import Q
from django.test import Client

from linli.matters.command import Refused
from linli.matters.kind import Kind, kind_named, kinds
from linli.matters.models import Matter
from linli.policy.load import load_missing
from linli.policy.models import Catalogue, Category, Series, Term, TownDuty
from tests.kinds.case.in_town import accepted
from tests.kinds.case.told import burglary
from tests.kinds.case.told import say as say_to_case
from tests.kinds.dispute.in_town import in_mediation
from tests.kinds.dispute.told import quarrel
from tests.kinds.dispute.told import say as say_to_dispute
from tests.kinds.request.told import lamp
from tests.town import MONDAY, TUESDAY, Town, opened, said

pytestmark = pytest.mark.django_db

KINDS = sorted(kind.name for kind in kinds() if kind.name != "pebble")
TOLD: Mapping[str, Mapping[str, Any]] = {
    "case": burglary(MONDAY),
    "dispute": quarrel(dangers=[]),
    "request": lamp(),
}
HANDED = {"title": "转来的事项", "text": "前面已经做过的事。", "why": "属于另一类"}
WAYS = {
    "case": ("dispute", say_to_dispute.convert),
    "dispute": ("case", say_to_case.convert),
    "request": ("dispute", say_to_dispute.convert),
}


def forget(kind: Kind) -> None:
    """The policy as it was before the kind came."""
    for listed in (Catalogue, TownDuty):
        listed.objects.filter(category__kind=kind.name).delete()
    Term.objects.filter(kind=kind.name).delete()
    Category.objects.filter(kind=kind.name).exclude(parent=None).delete()
    Category.objects.filter(kind=kind.name).delete()
    Series.objects.filter(Q(code=kind.series) | Q(code__startswith=f"{kind.series}.")).delete()


def opening(town: Town, kind: Kind) -> Matter:
    return opened(kind, by=town.mei, unit=town.north, told=TOLD[kind.name], at=MONDAY)


def handing_over(town: Town, kind: Kind, *, of: Matter) -> Matter:
    _from, convert = WAYS[kind.name]
    return said(convert, of, by=town.chen, at=TUESDAY, to_kind=kind.name, **HANDED)


def test_every_kind_is_told_here() -> None:
    assert sorted(TOLD) == sorted(WAYS) == KINDS


@pytest.mark.parametrize("name", KINDS)
def test_what_the_policy_lacks_is_refused_in_words_until_it_is_loaded(town: Town, name: str) -> None:
    kind = kind_named(name)
    other = accepted(town) if name == "dispute" else in_mediation(town)
    forget(kind)
    for attempt in (partial(opening, town, kind), partial(handing_over, town, kind, of=other)):
        with pytest.raises(Refused, match="系统管理员"):
            attempt()
    load_missing()
    assert opening(town, kind).kind == name
    assert handing_over(town, kind, of=other).stage == "converted"
    assert Matter.objects.filter(kind=name).count() == 2


@pytest.mark.parametrize("name", KINDS)
def test_the_window_answers_with_the_sentence(town: Town, name: str) -> None:
    other = accepted(town) if name == "dispute" else in_mediation(town)
    forget(kind_named(name))
    chen, step = Client(), f"/m/{other.number}/convert/"
    chen.force_login(town.chen)
    assert chen.get(f"/new/{name}/", follow=True).status_code in (200, 403)
    form = chen.get(step).content.decode()
    hidden = {one: re.search(rf'name="{one}" value="([^"]*)"', form)[1] for one in ("key", "version")}  # type: ignore[index]
    answer = chen.post(step, {**hidden, **HANDED, "to_kind": name})
    assert (answer.status_code, "编号序列" in answer.content.decode()) == (409, True)


def test_what_the_office_decided_stands(town: Town) -> None:
    Term.objects.filter(code="dispute.limit", category=None).update(span="20d", valid_until=date(2026, 1, 1))
    Term.objects.filter(code="dispute.limit").exclude(category=None).delete()
    Category.objects.filter(code="noise").delete()
    before = [list(model._default_manager.order_by("pk").values()) for model in (Category, Term, Series)]
    assert set(load_missing().values()) == {0}
    assert [list(model._default_manager.order_by("pk").values()) for model in (Category, Term, Series)] == before


def test_a_term_of_a_category_that_the_office_took_away_is_passed_over(town: Town) -> None:
    Term.objects.filter(code="dispute.limit").delete()
    Category.objects.filter(code="LB").delete()
    assert load_missing()["terms"] == 1
    assert Term.objects.get(code="dispute.limit").category is None
