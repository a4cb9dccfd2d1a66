"""Sets of any size are written whole and in order, however many rows go into one statement."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from linli.matters.copying import MOST_ROWS, copy_in
from linli.matters.models import Round
from tests.town import Town

pytestmark = pytest.mark.django_db
COLUMNS = ("key", "kind", "verb", "content", "at", "user_id")


def rows(count: int, town: Town) -> list[tuple[object, ...]]:
    at = str(connection.ops.adapt_datetimefield_value(datetime(2026, 11, 2, tzinfo=UTC)))
    return [(f"{place:05}", "pebble", "carry", "石" * (place % 3), at, town.mei.pk) for place in range(count)]


@pytest.mark.parametrize("count", [0, 1, MOST_ROWS - 1, MOST_ROWS, MOST_ROWS + 1, 4 * MOST_ROWS, 5 * MOST_ROWS - 1])
def test_every_row_is_written_once_and_in_order(town: Town, count: int) -> None:
    told = rows(count, town)
    copy_in(Round, COLUMNS, told)
    found = Round.objects.order_by("pk").values_list("key", "content", "user_id")
    assert list(found) == [(key, content, user) for key, _kind, _verb, content, _at, user in told]


def test_one_row_that_cannot_be_leaves_none_of_the_set(town: Town) -> None:
    told = rows(2 * MOST_ROWS, town)
    told[-1] = told[0]
    with pytest.raises(IntegrityError), transaction.atomic(), connection.wrap_database_errors:
        copy_in(Round, COLUMNS, told)
    assert not Round.objects.exists()
