"""Where the JSON interface stands: its description for people and machines, and its addresses."""

from django.urls import URLPattern, path, register_converter

from linli.doors.api.page import description, front, page
from linli.doors.api.problems import PREFIX
from linli.doors.api.routes import WORD, api
from linli.machines.language import spoken
from linli.matters.kind import kinds


class KindName:
    """A matter of a kind is opened at the kind's own name; at any other name nothing stands, however it is asked."""

    regex = WORD

    def to_python(self, value: str) -> str:
        if value not in {kind.name for kind in kinds()}:
            raise ValueError(value)
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(KindName, "kind_name")


def _answering() -> list[URLPattern]:
    """The addresses that ninja answers, each in the caller's language."""
    found = [one for one in api.urls[0] if isinstance(one, URLPattern) and one.name != "api-root"]
    return [path(PREFIX.lstrip("/") + str(one.pattern), spoken(one.callback), name=f"api-{one.name}") for one in found]


urlpatterns = [
    path("api/", front, name="api-front"),
    path("api/v1/", page, name="api-page"),
    path("api/v1/openapi.json", spoken(description), name="api-description"),
    *_answering(),
]
