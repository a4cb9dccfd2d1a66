"""Where Open311 stands; the end of each address says whether XML or JSON is wanted."""

from django.urls import path, register_converter

from linli.doors.open311 import views


class Form:
    regex = "xml|json"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Form, "form")

urlpatterns = [
    path("open311/", views.front, name="open311-front"),
    path("open311/v2/", views.front, name="open311-front-v2"),
    path("open311/v2/discovery.<form:form>", views.discovery, name="open311-discovery"),
    path("open311/v2/services.<form:form>", views.service_list, name="open311-services"),
    path("open311/v2/services/<str:code>.<form:form>", views.definition, name="open311-definition"),
    path("open311/v2/requests.<form:form>", views.requests, name="open311-requests"),
    path("open311/v2/requests/<str:number>.<form:form>", views.one_request, name="open311-request"),
    path("open311/v2/tokens/<str:number>.<form:form>", views.token, name="open311-token"),
]
