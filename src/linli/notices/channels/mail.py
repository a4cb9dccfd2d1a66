"""E-mail to a mailbox of a unit, by the server that the channel names: smtp://user:password@host:587."""

from smtplib import SMTP, SMTP_SSL, SMTPException, SMTPResponseException
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.notices.calling import BROKEN
from linli.notices.channels.message import ANSWERED, Message, Outcome
from linli.notices.guarding import Forbidden, Place, place_of

SCHEMES = {"smtp": 587, "smtps": 465}


class ToPlace(EmailBackend):
    """Connects to the address that was checked, and under TLS insists on the name."""

    def __init__(self, place: Place, **more: Any) -> None:
        super().__init__(host=place.host, port=place.port, **more)
        self._ip = place.ip

    @property
    def connection_class(self) -> type[SMTP]:
        """A name that is looked up a second time may lead elsewhere."""
        sort, ip = SMTP_SSL if self.use_ssl else SMTP, self._ip

        class There(sort):  # type: ignore[misc, valid-type]
            def _get_socket(self, host: str, port: int, timeout: float) -> Any:
                return super()._get_socket(ip, port, timeout)

        return There


def send(message: Message) -> Outcome:
    try:
        server, port = urlsplit(message.secret), urlsplit(message.secret).port
    except ValueError:
        server, port = urlsplit(""), None
    if server.scheme not in SCHEMES or not server.hostname:
        return Outcome(False, msg("The channel names no mail server."), refused=True)
    port = port or SCHEMES[server.scheme]
    sender = parse_qs(server.query).get("from", [unquote(server.username or "") or message.address])[0]
    try:
        connection = ToPlace(
            place_of(server.hostname, port, internal=message.internal),
            username=unquote(server.username or ""),
            password=unquote(server.password or ""),
            use_tls=server.scheme == "smtp" and bool(server.password or not message.internal),
            use_ssl=server.scheme == "smtps",
            timeout=message.seconds,
        )
        headers = {"Message-ID": f"<{message.key}@linli>", "Idempotency-Key": message.key}
        mail = EmailMessage(_("A notice of Linli"), message.text, sender, [message.address], headers=headers)
        connection.send_messages([mail])
    except Forbidden as no:
        return Outcome(False, str(no), refused=True)
    except SMTPResponseException as no:
        refused = 500 <= no.smtp_code < 600
        return Outcome(False, ANSWERED, str(no.smtp_code), refused)
    except (SMTPException, OSError, ValueError) as error:
        return Outcome(False, BROKEN, type(error).__name__)
    return Outcome(True)
