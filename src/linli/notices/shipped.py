"""The texts that come with the house, loaded with the rest of the office's profile."""

from collections.abc import Mapping
from datetime import date

from linli.notices.models import Text
from linli.policy.load import category_of, load_too


def join_profile() -> None:
    load_too("texts", add_text, key="event", known=lambda: set(Text.objects.values_list("event", flat=True)))


def add_text(row: Mapping[str, str]) -> bool:
    """Known by whom and what it is for: an office that ended or replaced the row does not get it back."""
    category = category_of(row["kind"], code=row["category"])
    named = {name: row[name] for name in ("audience", "event", "kind", "stage")}
    if Text.objects.filter(**named, category=category).exists():
        return False
    told = {"text": row["text"], "text_en": row["text_en"], "valid_from": date.fromisoformat(row["valid_from"])}
    Text.objects.create(**named, category=category, **told)
    return True
