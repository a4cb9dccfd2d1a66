"""What each web process loads: the application, bound to the server that started it."""

import os
import signal

from linli.serve.bond import end_with
from linli.wsgi import application

end_with(os.getppid(), by=signal.SIGKILL)

__all__ = ["application"]
