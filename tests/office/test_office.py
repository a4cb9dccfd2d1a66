"""The office door: who may come in, what is set up there, and what is refused with a sentence."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.contrib.admin import ModelAdmin
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.doors.office.site import site
from linli.place.models import Unit
from linli.place.tree import graft, path_of
from linli.policy.models import Category, Centre, Holiday, Series, Term
from linli.staff.hiring import appoint, hire
from linli.staff.models import Post, User

pytestmark = pytest.mark.django_db

LONG_AGO = date(2020, 1, 1)
SQUARE = '{"type":"Polygon","coordinates":[[[115,28],[116,28],[116,29],[115,29],[115,28]]]}'


def county() -> Unit:
    return graft(Unit(code="1", name="云河县", name_en="Yunhe County", kind="county"), under=None)


def street(code: str = "11") -> Unit:
    return graft(Unit(code=code, name="柳树街道", kind="street"), under=Unit.objects.get(code="1"))


def signed_in(role: str, *, unit: Unit) -> Client:
    user = hire(role, name=role, password="willow-tree-12")
    appoint(user, unit=unit, role=role, from_on=LONG_AGO)
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(user)
    return client


def administrator() -> Client:
    return signed_in("administrator", unit=county())


def page(name: str, *arguments: object) -> str:
    return reverse(f"admin:{name}", args=arguments)


def text(response: Any) -> str:
    return str(response.content.decode())


def said(client: Client, url: str) -> str:
    """The message the next page shows."""
    response = client.get(url, follow=True)
    assert response.status_code == 200
    return " ".join(str(message) for message in response.context["messages"])


def test_a_stranger_is_sent_to_the_desks_sign_in_and_back() -> None:
    response = Client().get(page("place_unit_changelist"), follow=True)
    assert response.redirect_chain[-1][0].startswith(reverse("sign-in"))
    assert "next=%2Foffice%2Fplace%2Funit%2F" in response.redirect_chain[-1][0]


def test_sign_in_never_leads_to_another_house() -> None:
    response = Client().get(page("login"), {"next": "https://example.org/"})
    assert response["Location"].endswith("?next=%2Foffice%2F")


@pytest.mark.parametrize("role", ["clerk", "leader", "auditor"])
def test_other_posts_do_not_come_in(role: str) -> None:
    client = signed_in(role, unit=county())
    assert client.get(page("index"), follow=True).status_code == 403


def test_an_administrator_of_one_street_does_not_come_in() -> None:
    county()
    client = signed_in("administrator", unit=street())
    assert client.get(page("index"), follow=True).status_code == 403


def test_a_post_that_ended_closes_the_office_at_the_next_page() -> None:
    client = administrator()
    assert client.get(page("index")).status_code == 200
    Post.objects.update(valid_until=timezone.localdate() - timedelta(days=1))
    assert client.get(page("index")).status_code == 302


def test_matters_are_not_kept_here() -> None:
    rooms = {model._meta.app_label for model in site._registry}
    assert rooms == {"place", "staff", "policy"}
    assert apps.is_installed("linli.doors.office")


@pytest.mark.parametrize("model", sorted(site._registry, key=str))
def test_every_list_and_form_opens_without_inline_script_or_style(model: type[Any]) -> None:
    client = administrator()
    name = f"{model._meta.app_label}_{model._meta.model_name}"
    for url in (page(f"{name}_changelist"), page(f"{name}_add")):
        response = client.get(url)
        assert response.status_code == 200
        assert inline(text(response)) == []


def inline(html: str) -> list[str]:
    """What a strict content policy would refuse to run."""
    bare = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", html)
    return bare + re.findall(r"<style[^>]*>|\son\w+=\"[^\"]*\"|\sstyle=\"[^\"]*\"", html)


def test_every_registered_page_has_its_search_and_no_bulk_deletion() -> None:
    for registered in site._registry.values():
        assert isinstance(registered, ModelAdmin)
        assert registered.actions is None
        for field in registered.autocomplete_fields:
            target = registered.opts.get_field(field).related_model
            assert [other for model, other in site._registry.items() if model is target and other.search_fields]


def test_a_unit_added_here_stands_in_its_place_in_the_tree() -> None:
    client = administrator()
    top = Unit.objects.get(code="1")
    told = {"code": "11", "name": "柳树街道", "name_en": "", "kind": "street", "parent": top.pk, "closed_on": ""}
    assert client.post(page("place_unit_add"), told).status_code == 302
    assert path_of(Unit.objects.get(code="11"))[0] == top.pk


def test_a_unit_in_the_wrong_place_comes_back_with_the_reason() -> None:
    client = administrator()
    top = Unit.objects.get(code="1")
    told = {"code": "1111", "name": "网格", "name_en": "", "kind": "grid", "parent": top.pk, "closed_on": ""}
    response = client.post(page("place_unit_add"), told)
    assert response.status_code == 200
    assert "parent" in response.context["adminform"].form.errors
    assert not Unit.objects.filter(code="1111").exists()


def test_a_moved_unit_takes_what_is_below_along() -> None:
    client = administrator()
    community = graft(Unit(code="111", name="北社区", kind="community"), under=street())
    grid = graft(Unit(code="1111", name="网格", kind="grid"), under=community)
    other = street("12")
    told = {"name": "北社区", "name_en": "", "parent": other.pk, "closed_on": ""}
    assert client.post(page("place_unit_change", community.pk), told).status_code == 302
    grid.refresh_from_db()
    assert grid.unit_2 == other.pk


def test_a_unit_in_use_is_not_deleted_and_one_out_of_use_is() -> None:
    client = administrator()
    unused = street()
    assert "云河县" in said(client, page("place_unit_delete", Unit.objects.get(code="1").pk))
    assert client.post(page("place_unit_delete", unused.pk), {"post": "yes"}).status_code == 302
    assert [unit.code for unit in Unit.objects.all()] == ["1"]


def test_a_cell_needs_a_grid_and_a_real_outline() -> None:
    client = administrator()
    community = graft(Unit(code="111", name="北社区", kind="community"), under=street())
    grid = graft(Unit(code="1111", name="网格", kind="grid"), under=community)
    good = {"code": "1111", "unit": grid.pk, "polygon": SQUARE, "datum": "wgs84"}
    for wrong in ({"unit": community.pk}, {"polygon": "{}"}):
        assert client.post(page("place_cell_add"), {**good, **wrong}).status_code == 200
    assert client.post(page("place_cell_add"), good).status_code == 302


def test_a_post_that_has_begun_is_ended_and_neither_edited_nor_deleted() -> None:
    client = administrator()
    post = Post.objects.get()
    response = client.post(page("staff_post_change", post.pk), {"role": "auditor", "valid_until": "2030-01-01"})
    assert response.status_code == 302
    post.refresh_from_db()
    assert (post.role, post.valid_until) == ("administrator", date(2030, 1, 1))
    assert said(client, page("staff_post_delete", post.pk))
    client.post(page("staff_post_delete", post.pk), {"post": "yes"})
    assert Post.objects.filter(pk=post.pk).exists()


def test_administrator_and_auditor_stay_apart_here_too() -> None:
    client = administrator()
    user = User.objects.get()
    told = {"user": user.pk, "unit": Unit.objects.get().pk, "role": "auditor", "valid_from": "2026-01-01"}
    assert client.post(page("staff_post_add"), told).status_code == 200
    assert Post.objects.count() == 1


def test_a_user_is_made_with_a_password_and_can_be_barred() -> None:
    client = administrator()
    told = {"username": "mei", "name": "梅", "language": "zh-hans", "usable_password": "true"}
    words = {"password1": "willow-tree-12", "password2": "willow-tree-12"}
    assert client.post(page("staff_user_add"), {**told, **words}).status_code == 302
    mei = User.objects.get(username="mei")
    assert mei.check_password("willow-tree-12")
    assert client.get(page("staff_user_change", mei.pk)).status_code == 200
    assert client.get(page("auth_user_password_change", mei.pk)).status_code == 200
    told = {"username": "mei", "name": "梅", "language": "en"}
    assert client.post(page("staff_user_change", mei.pk), told).status_code == 302
    mei.refresh_from_db()
    assert not mei.is_active


def test_units_and_users_are_found_as_one_types() -> None:
    client = administrator()
    asked = {"app_label": "staff", "model_name": "post", "field_name": "unit", "term": "云河"}
    found = client.get(page("autocomplete"), asked).json()["results"]
    assert [row["text"] for row in found] == ["云河县"]


def test_a_term_in_use_only_gets_a_last_day() -> None:
    client = administrator()
    term = Term.objects.create(code="dispute.limit", span="30d", valid_from=LONG_AGO)
    assert (
        client.post(page("policy_term_change", term.pk), {"span": "1d", "valid_until": "2027-12-31"}).status_code == 302
    )
    term.refresh_from_db()
    assert (term.span, term.valid_until) == ("30d", date(2027, 12, 31))
    assert said(client, page("policy_term_delete", term.pk))
    assert Term.objects.exists()


def test_a_category_may_be_renamed_but_keeps_its_code() -> None:
    client = administrator()
    row = Category.objects.create(kind="dispute", code="NB", name="邻里", valid_from=LONG_AGO)
    told = {"name": "邻里纠纷", "name_en": "Neighbourhood", "code": "XX", "valid_until": ""}
    assert client.post(page("policy_category_change", row.pk), told).status_code == 302
    row.refresh_from_db()
    assert (row.code, row.name) == ("NB", "邻里纠纷")


def test_the_last_number_of_a_series_cannot_be_typed() -> None:
    client = administrator()
    row = Series.objects.create(code="dispute", pattern="TJ-{year}-{number:06d}", year=2026, last=41)
    client.post(page("policy_series_change", row.pk), {"last": "7", "pattern": "X"})
    row.refresh_from_db()
    assert (row.last, row.pattern) == (41, "TJ-{year}-{number:06d}")


def test_there_is_one_centre_and_a_past_holiday_stays() -> None:
    client = administrator()
    Centre.objects.create(name="云河")
    assert client.get(page("policy_centre_add")).status_code == 403
    past = Holiday.objects.create(on=date(2024, 1, 1), name="元旦")
    assert said(client, page("policy_holiday_delete", past.pk))
    assert Holiday.objects.exists()


def test_leaving_the_office_leaves_the_house() -> None:
    client = administrator()
    assert client.post(page("logout"))["Location"] == reverse("sign-in")
    assert client.get(page("index")).status_code == 302
