"""The county told once for all tests of this folder, and gone after them; where its seal was written outside."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from linli.demo.loading import load
from linli.policy.load import load_profile
from tests.demo.moments import AT


@pytest.fixture(scope="package")
def anchors(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    file = tmp_path_factory.mktemp("county") / "anchors.jsonl"
    with django_db_blocker.unblock(), transaction.atomic():
        load_profile()
        with override_settings(ANCHORS=file):
            load(at=AT)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                # Nobody else does so for what is told in a transaction: it would be asked of as of empty tables.
                cursor.execute("ANALYZE")
        yield file
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def told(anchors: Path, own_files: Path, settings: Any) -> None:
    settings.ANCHORS = anchors
