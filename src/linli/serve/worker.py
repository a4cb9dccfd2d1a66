"""What each web process loads: the application, bound to the server that started it."""

import os
import signal

from linli.serve.bond import end_with
from linli.serve.proxy import behind_proxy
from linli.wsgi import application as without_proxy

end_with(os.getppid(), by=signal.SIGKILL)

application = behind_proxy(without_proxy)

__all__ = ["application"]
