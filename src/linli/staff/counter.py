"""The post from which residents speak: one user of the house, whom nobody can sign in as."""

from datetime import date

from linli.place.models import Unit
from linli.staff.models import Post, Role, User

USERNAME, NAME = "counter", "居民（公众窗口）"
LONG_AGO = date(2000, 1, 1)


def counter_user() -> User:
    """The one user of the public counter, with a post at each unit that stands at the top."""
    user, _new = User.objects.get_or_create(
        username=USERNAME, defaults={"name": NAME, "is_active": False, "password": "!"}
    )
    posted = Post.objects.filter(user=user).values("unit")
    for unit in Unit.objects.filter(parent=None, closed_on=None).exclude(pk__in=posted):
        Post.objects.get_or_create(user=user, unit=unit, role=Role.COUNTER, defaults={"valid_from": LONG_AGO})
    return user
