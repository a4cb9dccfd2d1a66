"""Posts in the office are ended and never edited."""

from datetime import date

import pytest

from linli.place.models import Unit
from linli.staff.models import Post, User
from tests.office.visiting import administrator, page, said

pytestmark = pytest.mark.django_db


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
