"""Where the JSON interface stands: its description for people and machines, and its addresses."""

from django.urls import URLPattern, path

from linli.doors.api.page import description, front, page
from linli.doors.api.problems import PREFIX
from linli.doors.api.routes import api
from linli.machines.language import spoken


def _answering() -> list[URLPattern]:
    """The addresses that ninja answers, each in the caller's language."""
    found = [one for one in api.urls[0] if isinstance(one, URLPattern) and one.name != "api-root"]
    return [path(PREFIX.lstrip("/") + str(one.pattern), spoken(one.callback), name=f"api-{one.name}") for one in found]


urlpatterns = [
    path("api/", front, name="api-front"),
    path("api/v1/", spoken(page), name="api-page"),
    path("api/v1/openapi.json", spoken(description), name="api-description"),
    *_answering(),
]
