"""What each web process loads: the application, bound to the server that started it."""

import os
import signal

from django.urls import get_resolver

from linli.serve.bond import end_with
from linli.wsgi import application

end_with(os.getppid(), by=signal.SIGKILL)
get_resolver().url_patterns  # noqa: B018 the views are loaded before the first visitor comes

__all__ = ["application"]
