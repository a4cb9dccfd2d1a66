"""The file of a pebble: the label of whoever carries it, and behind it what is attached as evidence."""

from linli.ground.text import msg
from linli.matters.dossier import DossierForm, Part, Reason, Sheet
from linli.matters.papers import Source, in_chinese
from linli.paper.letter import Letter, Paragraph
from tests.pebble.papers import finder, label

NO_EVIDENCE = msg("Nothing is attached.")


def parts(source: Source) -> tuple[Part, ...]:
    files = tuple(file.seq for file in source.state.files if not file.removed)
    missing = () if files else (Reason(NO_EVIDENCE),)
    return (Part(1, msg("Label of a pebble"), must=True, sheets=(Sheet(label),), files=files, missing=missing),)


@in_chinese
def cover(source: Source) -> Letter:
    return Letter("石子卷宗", body=(Paragraph(source.matter),))


def contents(source: Source, held: tuple[Part, ...]) -> Letter:
    return Letter("目录", body=tuple(Paragraph(str(part.place)) for part in held))


DOSSIER = DossierForm(parts=parts, cover=cover, contents=contents, back=cover, opens=finder)
