"""The description holds: whatever is generated from it, nothing is answered that it does not declare, and no 500."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from linli.machines import callers
from linli.matters.models import Matter
from tests.api.calling import machine, stone
from tests.pebble.kind import PEBBLE
from tests.town import Town

DECLARED = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
BOUNDED = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
AS_DESCRIBED, OTHERWISE = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
EXAMPLES = {("GET", AS_DESCRIBED): 2, ("GET", OTHERWISE): 1, ("POST", AS_DESCRIBED): 3, ("POST", OTHERWISE): 2}


@pytest.fixture
def connected() -> Iterator[None]:
    """A server closes its connections after each answer; here all of them are of one transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("connected")
def test_nothing_is_answered_that_is_not_declared(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(callers, "WRITES", 10_000)
    schema: Any = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    matter, verbs = stone(town), {command.name for command in PEBBLE.commands}
    told = {"Authorization": machine(town.gu).defaults["HTTP_AUTHORIZATION"]}
    seen = set()
    for found in schema.get_all_operations():
        operation = found.ok()
        if "/{number}/" not in operation.path or operation.path.rpartition("/")[2] in verbs:
            for mode in (AS_DESCRIBED, OTHERWISE):
                seen |= asked_in_many_ways(operation, matter, told, mode=mode)
    assert {200, 201, 401, 403, 409, 422} <= seen


def asked_in_many_ways(operation: Any, matter: Matter, told: dict[str, str], *, mode: GenerationMode) -> set[int]:
    """Every status it answered with; each request leaves nothing behind."""
    parts = {"number": matter.number} if "{number}" in operation.path else {}
    statuses: set[int] = set()

    @settings(BOUNDED, max_examples=EXAMPLES[operation.method.upper(), mode])
    @given(case=operation.as_strategy(generation_mode=mode, path_parameters=parts))
    def asked(case: Any) -> None:
        if mode is AS_DESCRIBED and isinstance(case.body, dict) and "version" in case.body:
            case.body["version"] = matter.version
        with transaction.atomic():
            response = case.call(headers=told)
            transaction.set_rollback(True)
        case.validate_response(response, checks=DECLARED)
        statuses.add(response.status_code)

    asked()
    return statuses
