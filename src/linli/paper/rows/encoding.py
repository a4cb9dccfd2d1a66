"""In which encoding a file of text is written: by its first bytes, and otherwise by what can be read without loss."""

import codecs
from typing import IO

from linli.ground.text import msg

ENCODINGS = {
    "utf-8": msg("UTF-8"),
    "gb18030": msg("GB 18030, GBK (Chinese)"),
    "utf-16-le": msg("UTF-16 (Unicode text)"),
    "utf-16-be": msg("UTF-16, big end first"),
    "big5hkscs": msg("Big5 (traditional Chinese)"),
    "cp1252": msg("Windows-1252 (Western Europe)"),
}
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
A_BLOCK, A_LOOK = 1 << 20, 4096
LOST = "\ufffd"
ENDS = ("\n", "\r", ",", ";", "\t")


def guessed(file: IO[bytes]) -> str:
    """One of ENCODINGS; the file is read as far as it takes to be sure, block by block."""
    file.seek(0)
    head = file.read(A_BLOCK)
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding
    if wide := _wide(head):
        return wide
    if _is_whole(file, "utf-8"):
        return "utf-8"
    return min(("utf-8", "gb18030"), key=lambda encoding: _lost(file, encoding, most=1_000))


def _wide(head: bytes) -> str:
    """UTF-16 that does not say so: every second byte of a comma or an end of a line is nought, on one side only."""
    head = head[:A_LOOK]
    noughts = {"utf-16-le": head[1::2].count(0), "utf-16-be": head[::2].count(0)}
    best = max(noughts, key=lambda encoding: noughts[encoding])
    told = head[: len(head) // 2 * 2].decode(best, "replace")
    separated = sum(told.count(end) for end in ENDS)
    one_sided = noughts[best] > 4 * min(noughts.values()) and noughts[best] >= separated > 0
    narrow = LOST not in head.decode("utf-8", "replace")[:-1] and noughts[best] * 8 < len(head)
    return best if one_sided and not narrow and separated * 200 > len(told) and LOST not in told[:-1] else ""


def _is_whole(file: IO[bytes], encoding: str) -> bool:
    """Whether all of it can be read so."""
    file.seek(0)
    reader = codecs.getincrementaldecoder(encoding)("strict")
    try:
        while block := file.read(A_BLOCK):
            reader.decode(block)
        reader.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _lost(file: IO[bytes], encoding: str, *, most: int) -> int:
    """How many characters cannot be read so; no more are looked for than `most`."""
    file.seek(0)
    reader, lost = codecs.getincrementaldecoder(encoding)("replace"), 0
    while lost <= most and (block := file.read(A_BLOCK)):
        lost += reader.decode(block).count(LOST)
    return lost + reader.decode(b"", final=True).count(LOST)
