"""What the house answers to a wrong address and to those who ask whether it lives."""

from django.test import Client

from tests.desk.conftest import Desk
from tests.town import Town


def test_nothing_here_is_said_in_the_users_language_with_a_number_to_ask_about(town: Town, desk: Desk) -> None:
    response = desk(town.mei).get("/m/NOWHERE-1/")
    assert response.status_code == 404
    assert "没有找到" in response.content.decode()
    assert response.headers["X-Request-ID"] in response.content.decode()


def test_the_house_says_whether_it_lives_and_can_work(town: Town, client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"
    assert client.get("/readyz").status_code == 200
