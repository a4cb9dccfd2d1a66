"""The page that people read speaks as every page of the house: Chinese until somebody chooses otherwise."""

from django.test import Client

from tests.town import Town

PAGE = "/api/v1/"
CHINESE, ENGLISH = "<h1>JSON 接口</h1>", "<h1>JSON interface</h1>"


def test_the_page_is_chinese_whatever_the_browser_would_rather_have(town: Town) -> None:
    client = Client(headers={"accept-language": "en-GB,en;q=0.9"})
    response = client.get(PAGE)
    assert CHINESE in response.text
    assert response.headers["Content-Language"] == "zh-hans"
    assert response.headers["Cache-Control"] == "no-store"
    assert client.get(f"{PAGE}openapi.json").headers["Content-Language"] == "en"


def test_its_language_is_chosen_on_it_and_is_that_of_the_desk(town: Town) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(town.mei)
    assert 'name="language" value="en"' in client.get(PAGE).text
    told = {"language": "en", "next": PAGE, "csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    assert client.post("/language/", told).headers["Location"] == PAGE
    assert ENGLISH in client.get(PAGE).text
    town.mei.refresh_from_db()
    assert town.mei.language == "en"


def test_somebody_who_is_not_signed_in_chooses_it_too(town: Town) -> None:
    client = Client()
    assert CHINESE in client.get(PAGE).text
    client.post("/language/", {"language": "en", "next": PAGE})
    assert ENGLISH in client.get(PAGE).text
