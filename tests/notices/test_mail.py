"""Mail goes by SMTP to the mailbox of a unit; what the server answers decides."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from linli.notices.channels import SENDERS
from linli.notices.channels.message import ANSWERED, Message, Outcome
from linli.notices.guarding import Place
from tests.town import MONDAY


class Talk(socketserver.StreamRequestHandler):
    """The few words of SMTP that are needed here."""

    reply: str
    mails: list[str]

    def handle(self) -> None:
        self.say("220 here")
        while line := self.rfile.readline().decode():
            verb = line[:4].upper()
            if verb == "DATA":
                self.say("354 go on")
                self.mails.append("".join(iter(lambda: self.rfile.readline().decode(), ".\r\n")))
            self.say(self.reply if verb == "MAIL" else "221 bye" if verb == "QUIT" else "250 ok")

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def mail_server(reply: str = "250 ok") -> Iterator[tuple[int, list[str]]]:
    mails: list[str] = []
    handler = type("Talks", (Talk,), {"reply": reply, "mails": mails})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server.server_address[1], mails
        server.shutdown()


def sent(server: str, *, internal: bool = True) -> Outcome:
    message = Message(
        "north@example.cn", server, key="notice_1", text="一件事项", at=MONDAY, internal=internal, seconds=2
    )
    return SENDERS["email"](message)


def test_a_mail_carries_its_key() -> None:
    with mail_server() as (port, mails):
        assert sent(f"smtp://127.0.0.1:{port}?from=linli@example.cn").took
    (mail,) = mails
    assert "Message-ID: <notice_1@linli>" in mail
    assert "From: linli@example.cn" in mail
    assert "To: north@example.cn" in mail


@pytest.mark.parametrize(("reply", "refused"), [("451 later", False), ("554 no", True)])
def test_a_server_that_says_no_is_asked_again_or_not(reply: str, refused: bool) -> None:
    with mail_server(reply) as (port, mails):
        outcome = sent(f"smtp://127.0.0.1:{port}?from=linli@example.cn")
    assert (outcome.took, outcome.reason, outcome.refused) == (False, ANSWERED, refused)
    assert mails == []


def test_a_private_mail_server_needs_an_internal_channel() -> None:
    with mail_server() as (port, mails):
        assert sent(f"smtp://127.0.0.1:{port}", internal=False).refused
    assert mails == []


@pytest.mark.parametrize("server", ["", "mail.example.cn", "http://127.0.0.1:1", "smtp://", "smtp://x:y"])
def test_what_names_no_server_is_refused(server: str) -> None:
    assert sent(server).refused


def test_the_server_is_called_where_it_was_checked_whatever_its_name_leads_to_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with mail_server() as (port, mails):
        there = Place("mail.example.cn", "127.0.0.1", port)
        monkeypatch.setattr("linli.notices.channels.mail.place_of", lambda *_told, **_more: there)
        assert sent("smtp://mail.example.cn?from=linli@example.cn").took
    assert len(mails) == 1


def test_beyond_our_own_network_mail_goes_encrypted_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    with mail_server() as (port, mails):
        there = Place("mail.example.cn", "127.0.0.1", port)
        monkeypatch.setattr("linli.notices.channels.mail.place_of", lambda *_told, **_more: there)
        assert not sent("smtp://mail.example.cn?from=linli@example.cn", internal=False).took
    assert mails == []
