"""How long a text gets at most, so that the office is warned before residents are sent two short messages for one."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from linli.matters.kind import kinds
from linli.notices.linking import link_to
from linli.notices.models import Text
from linli.notices.texts import fill, segments

SAMPLE, LONGEST_DAY = "QS-2026-000042", {"zh-hans": "12月31日", "en": "2026-12-31"}


def longest_segments(row: Text) -> int:
    """The most short messages that the text can need, over the kinds and stages it is for."""
    texts = {"zh-hans": row.text, "en": row.text_en}
    lengths = [segments(one) for language, text in texts.items() if text for one in _samples(text, row, language)]
    return max(lengths, default=0)


def _samples(text: str, row: Text, language: str) -> Iterator[str]:
    link = link_to(SAMPLE, audience=row.audience)
    with override(language):
        for kind in kinds():
            for name, stage in kind.stages.items():
                if row.kind in ("", kind.name) and row.stage in ("", name):
                    day = "" if stage.clock == "stopped" else LONGEST_DAY[language]
                    told = {"number": SAMPLE, "kind": _(kind.word), "stage": _(stage.word), "expected": day}
                    yield fill(text, {**told, "link": link})
