"""One shape of errors for each door of machines: whatever says no inside, a machine is answered as it was promised."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Shape = Callable[[HttpRequest, HttpResponse], HttpResponse]


def shaped(prefix: str, shape: Shape) -> None:
    """Let a door shape every answer below its address; called when its app is ready."""
    SHAPES[prefix] = shape


class ShapingMiddleware:
    """Stands before all others, so that also their refusals come in the shape of the door."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        shape = next((one for prefix, one in SHAPES.items() if request.path_info.startswith(prefix)), None)
        return shape(request, response) if shape else response


SHAPES: dict[str, Shape] = {}
