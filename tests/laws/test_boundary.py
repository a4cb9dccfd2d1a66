"""Linli records matters, never people: no table of persons, no key by which one person's matters could be found."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.urls import URLPattern, URLResolver, get_resolver

from linli.matters.models import Words

SOURCE = Path(__file__).resolve().parents[2] / "src/linli"
OURS = [model for model in apps.get_models() if model.__module__.startswith(("linli.", "tests."))]
OF_A_PERSON = re.compile(
    r"(^|_)(full_?name|first_?name|last_?name|surname|phone|mobile|telephone|id_?number|id_?card|passport|birth\w*|"
    r"gender|sex|face|photo|ethnic\w*|religion|person|people|resident|party|parties|address)(_|$)"
)
KNOWN_DIGESTS = frozenset({"address_digest", "username_digest"})
NAMED = frozenset({"place", "policy"})
"""Units, terms and categories have names; people only in staff."""
LISTS_PERSONS = re.compile(r"person|people|resident|part(y|ies)\b|citizen|owner|tenant|household")
CLOSED = frozenset(
    {"Matter", "Event", "Words", "Standing", "Duty", "Receipt", "Round", "RoundRow", "Look", "Seal", "Mark", "Tie"}
    | {"Follow", "PaperCode"}
)


def columns() -> Iterator[tuple[str, str, Any]]:
    for model in OURS:
        for field in model._meta.get_fields():
            if isinstance(field, models.Field):
                yield model._meta.app_label, model.__name__, field


def test_no_table_outside_staff_has_a_field_of_a_person() -> None:
    found = [
        f"{model}.{field.name}"
        for room, model, field in columns()
        if OF_A_PERSON.search(field.name) and field.name not in KNOWN_DIGESTS
    ]
    assert found == []


def test_names_belong_to_units_policy_and_staff_only() -> None:
    named = {(room, model) for room, model, field in columns() if field.name == "name"}
    assert {room for room, _model in named if room not in NAMED} <= {"staff", "matters", "desk"}
    assert [model for room, model in named if room == "matters"] in ([], ["Mark"])
    assert [model for room, model in named if room == "staff"] == ["User"]


def test_words_are_found_by_their_matter_and_by_nothing_else() -> None:
    meta = Words._meta
    assert [constraint.name for constraint in meta.constraints] == ["words_once"]
    assert list(meta.indexes) == []
    indexed = [field.name for field in meta.get_fields() if getattr(field, "db_index", False)]
    assert indexed == []


@pytest.mark.django_db
def test_the_database_itself_has_no_index_on_words() -> None:
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, Words._meta.db_table).values()
    indexed = {tuple(one["columns"]) for one in found if one["index"] or one["unique"] or one["primary_key"]}
    assert indexed <= {("id",), ("matter_id", "seq", "field")}


def test_no_address_lists_persons() -> None:
    found = [route for route in routes(get_resolver()) if LISTS_PERSONS.search(route)]
    assert found == []


def routes(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield route


def test_no_door_asks_the_ledger_past_the_gate() -> None:
    """Doors find matters through access, queries and reading: never by `.objects` of the ledger's own tables."""
    found = [
        f"{file.relative_to(SOURCE)}:{node.lineno}"
        for file in sorted((SOURCE / "doors").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("objects", "_default_manager") and name_of(node) in CLOSED
    ]
    assert found == []


def name_of(node: ast.Attribute) -> str:
    return node.value.id if isinstance(node.value, ast.Name) else getattr(node.value, "attr", "")


def test_no_template_trusts_text() -> None:
    templates = [file for file in SOURCE.rglob("*.html") if "templates" in file.parts]
    trusting = re.compile(r"\|\s*safe\b|autoescape\s+(false|off)|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=")
    assert [str(file) for file in templates if trusting.search(file.read_text(encoding="utf-8"))] == []
