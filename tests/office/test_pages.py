"""Every page of the office opens without inline script or style, with search and without bulk deletion."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.contrib.admin import ModelAdmin

from linli.doors.office.site import site
from linli.likeness.models import Learned
from tests.office.visiting import administrator, page, text

pytestmark = pytest.mark.django_db


def test_matters_are_not_kept_here() -> None:
    rooms = {model._meta.app_label for model in site._registry}
    assert rooms == {"place", "staff", "policy", "notices", "opendata", "screen", "machines", "likeness"}
    assert apps.is_installed("linli.doors.office")


@pytest.mark.parametrize("model", sorted(site._registry, key=str))
def test_every_list_and_form_opens_without_inline_script_or_style(model: type[Any]) -> None:
    client = administrator()
    name = f"{model._meta.app_label}_{model._meta.model_name}"
    for url in (page(f"{name}_changelist"), page(f"{name}_add")):
        response = client.get(url)
        assert response.status_code == (403 if url == page(f"{name}_add") and model is Learned else 200)
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
