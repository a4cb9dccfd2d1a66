"""E-mail to a mailbox of a unit, by the server that the channel names: smtp://user:password@host:587."""

from smtplib import SMTPException, SMTPResponseException
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.mail import EmailMessage, get_connection
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.notices.calling import BROKEN
from linli.notices.channels.message import ANSWERED, Message, Outcome
from linli.notices.guarding import Forbidden, place_of

SCHEMES = {"smtp": 587, "smtps": 465}


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
        place_of(server.hostname, port, internal=message.internal)
        connection = get_connection(
            "django.core.mail.backends.smtp.EmailBackend",
            host=server.hostname,
            port=port,
            username=unquote(server.username or ""),
            password=unquote(server.password or ""),
            use_tls=server.scheme == "smtp" and bool(server.password),
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
