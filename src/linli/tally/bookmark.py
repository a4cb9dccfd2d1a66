"""The one bookmark of the tally, locked by whoever changes entries or sheets."""

from linli.tally.models import Bookmark


def bookmark() -> Bookmark:
    """Locked until the transaction ends. There is one: of two that begin in an empty tally the second waits."""
    mark = Bookmark.objects.select_for_update().first()
    if mark is None:
        Bookmark.objects.get_or_create(pk=1)
        mark = Bookmark.objects.select_for_update().get(pk=1)
    return mark
