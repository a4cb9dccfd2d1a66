"""Text into runs of a paragraph: only what XML can hold, nothing of it interpreted."""

import re

NEW_LINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
BREAKS = re.compile("([\n\t])")
UNLAWFUL = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
PIECES = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def lawful(text: str) -> str:
    """Plain newlines, and nothing that a .docx cannot hold."""
    return UNLAWFUL.sub("", NEW_LINES.sub("\n", text))


def escaped(text: str) -> str:
    return "".join(ENTITIES.get(character, character) for character in lawful(text))


def run(text: str, *, style: str = "", size: float = 0) -> str:
    """One run. The hint keeps quotation marks and dashes in the Chinese font, as wide as a character."""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    sized = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    properties = f'<w:rPr>{named}<w:rFonts w:hint="eastAsia"/>{sized}</w:rPr>'
    pieces = "".join(_piece(piece) for piece in BREAKS.split(lawful(text)))
    return f"<w:r>{properties}{pieces}</w:r>"


def _piece(text: str) -> str:
    return PIECES.get(text) or (f'<w:t xml:space="preserve">{escaped(text)}</w:t>' if text else "")
