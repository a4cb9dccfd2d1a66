"""What is sent in one line is written as if each had been waited for, and what stands in the way is still raised."""

import pytest
from django.db import IntegrityError, transaction

from linli.matters.models import Follow
from linli.matters.writing import in_line, write_over
from tests.town import Town, pebble

pytestmark = pytest.mark.django_db
COLUMNS = ("matter_id", "digest")


def test_what_is_read_within_sees_what_was_written_before_it(town: Town) -> None:
    first, second = pebble(town), pebble(town)
    Follow.objects.all().delete()
    with in_line():
        write_over(Follow, COLUMNS, [(first.pk, "a")])
        assert Follow.objects.get().digest == "a"
        write_over(Follow, COLUMNS, [(second.pk, "b")])
    assert Follow.objects.count() == 2


def test_what_stands_in_the_way_is_raised_at_the_latest_at_its_end(town: Town) -> None:
    first, second = pebble(town), pebble(town)
    Follow.objects.all().delete()
    with pytest.raises(IntegrityError), transaction.atomic(), in_line():
        write_over(Follow, COLUMNS, [(first.pk, "a")])
        write_over(Follow, COLUMNS, [(first.pk, "a")])
        write_over(Follow, COLUMNS, [(second.pk, "b")])
    assert not Follow.objects.exists()
