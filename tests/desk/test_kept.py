"""Nothing that somebody sent outlives its answer: what is kept composed knows of a viewer no more than who it is."""

import gc
import weakref

import pytest

from tests.desk.conftest import Desk
from tests.kinds.request.in_town import clerk
from tests.town import Town

pytestmark = pytest.mark.django_db
PAGES = ("/", "/matters/", "/matters/?due=overdue", "/matters/?state=all&q=周阿婆", "/matters/?whose=mine", "/exports/")


def test_no_request_is_kept_by_a_page_that_was_shown_for_it(town: Town, desk: Desk) -> None:
    client = desk(clerk(town))
    spoilt = client.post("/new/request/", {"name": "周阿婆", "phone": "13800000013"})
    assert spoilt.status_code == 422
    answers = [spoilt, *(client.get(page) for page in PAGES)]
    requests = [weakref.ref(answer.wsgi_request) for answer in answers]
    assert all(request() is not None for request in requests)
    del answers, spoilt
    gc.collect()
    assert [request() for request in requests if request() is not None] == []
