"""The shipped lists load once, leave out what names no unit here, and yield to what the office decided."""

from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import translation

from linli.place.models import Unit
from linli.place.tree import graft
from linli.policy import load
from linli.policy.load import load_missing, load_profile
from linli.policy.load_lists import add_entry
from linli.policy.models import Catalogue, Category, Phrase, TownDuty
from tests.policy.terms import DAY

pytestmark = pytest.mark.django_db
ROW = {
    "kind": "request",
    "category": "wages",
    "role": "lead",
    "to": "360900",
    "basis": "本中心工作安排",
    "valid_from": "2020-01-01",
}


def test_every_shipped_entry_would_pass_the_office_and_is_loaded_once() -> None:
    first, second, third = load_profile(), load_profile(), load_missing()
    for name, model in {"catalogue": Catalogue, "town_duty": TownDuty, "phrases": Phrase}.items():
        assert first[name] == model._default_manager.count() > 0
        assert second[name] == third[name] == 0
        for row in model._default_manager.all():
            row.full_clean()


def test_what_a_later_version_brings_comes_to_an_office_that_has_none_of_it() -> None:
    load_profile()
    known = Catalogue.objects.count()
    Catalogue.objects.all().delete()
    Category.objects.filter(code="dogs").delete()
    assert load_missing()["catalogue"] == known - 1
    Catalogue.objects.filter(category__code="litter").delete()
    assert load_missing()["catalogue"] == 0


def test_an_entry_of_a_unit_that_is_not_here_is_left_out_with_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    load_profile()
    assert add_entry(ROW) is False
    monkeypatch.setattr(load, "profiles", lambda: [])
    said = StringIO()
    with translation.override("en"):
        monkeypatch.setattr("linli.policy.management.commands.loadpolicy.left_out", lambda: [ROW])
        call_command("loadpolicy", stdout=said)
    assert "“360900” is no unit here" in said.getvalue()
    unit = graft(Unit(code="360900", name="县人社局", kind="county"), under=None)
    assert add_entry(ROW) is True
    assert Catalogue.objects.get(category__code="wages").unit == unit
    assert add_entry({**ROW, "to": "street"}) is False


def test_an_entry_names_a_unit_or_a_place_and_never_both() -> None:
    load_profile()
    category = Category.objects.get(kind="request", code="wages")
    unit = graft(Unit(code="360900", name="县人社局", kind="county"), under=None)
    told = {"category": category, "role": "lead", "basis": "本中心工作安排", "valid_from": DAY}
    Catalogue(**told, to="unit", unit=unit).full_clean()
    for wrong in ({"to": "unit"}, {"to": "street", "unit": unit}):
        with pytest.raises(ValidationError, match=r"固定"):
            Catalogue(**told, **wrong).full_clean()
