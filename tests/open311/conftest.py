"""Open311 with the kind that can be published, published."""

from datetime import date

import pytest

from linli.machines.models import Published
from tests.town import Town


@pytest.fixture
def published(town: Town) -> Town:
    Published.objects.create(kind="request", valid_from=date(2020, 1, 1))
    return town
