"""What a proxy on this machine says of a request is believed: whence it came, and whether it was encrypted."""

from typing import Any, cast

from django.core.handlers.wsgi import WSGIHandler
from granian.utils.proxies import wrap_wsgi_with_proxy_headers

THIS_MACHINE = ["127.0.0.1", "::1"]


def behind_proxy(application: Any) -> WSGIHandler:
    """The application as it is told of by X-Forwarded-For (the last entry, which the proxy itself wrote) and -Proto.

    Without it all callers would be one address, and twenty wrong codes of one would shut out everybody.
    """
    return cast(WSGIHandler, wrap_wsgi_with_proxy_headers(application, trusted_hosts=THIS_MACHINE))
