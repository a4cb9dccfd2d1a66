"""A sentence that is English as it stands and remembers its words, so that whoever shows it can say it otherwise."""

from typing import Any


class Sentence(str):
    """`msgid` with its words filled in."""

    msgid: str
    words: dict[str, Any]

    def __new__(cls, msgid: str, /, **words: Any) -> "Sentence":
        made = super().__new__(cls, msgid.format(**words))
        made.msgid, made.words = msgid, words
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        """A copy is made of the msgid and its words again: what a str hands on is the sentence with them filled in."""
        return (self.msgid,), self.words
