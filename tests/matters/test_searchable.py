"""What of a matter is searched, as one text: bounded, however much was said."""

from linli.matters.searchable import MOST, text_of


def test_of_words_without_end_only_so_many_are_searched() -> None:
    text = text_of("QS-2026-000001", "", "", "路灯", told=["水" * MOST] * 3)
    assert len(text) == MOST
    assert text.startswith("qs-2026-000001")
