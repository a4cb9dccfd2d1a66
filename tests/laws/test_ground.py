"""What the suite itself stands on: no network, locks taken at once, and one spelling of time."""

import socket

import pytest
from django.conf import settings
from django.db import connection, models, transaction

from linli.matters.models import Matter
from tests.fixtures import NetworkTouched


def test_no_test_touches_the_network() -> None:
    with socket.socket() as asked, pytest.raises(NetworkTouched):
        asked.connect(("192.0.2.1", 80))


def test_this_machine_may_be_asked() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as asked:
        asked.connect(server.getsockname())


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL locks rows, not the file")
def test_sqlite_takes_its_lock_when_a_transaction_begins() -> None:
    assert settings.DATABASES["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in settings.DATABASES["default"]["OPTIONS"]["init_command"]


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no row to lock: the file is locked")
def test_postgresql_locks_the_row() -> None:
    with transaction.atomic():
        assert "FOR UPDATE" in str(Matter.objects.select_for_update().query).upper()


def test_the_kind_of_a_matter_is_open_to_kinds_not_yet_written() -> None:
    assert isinstance(Matter._meta.get_field("kind"), models.CharField)
    assert not Matter._meta.get_field("kind").choices


def test_moments_are_stored_aware() -> None:
    assert settings.USE_TZ
