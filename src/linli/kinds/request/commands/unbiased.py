"""Nobody judges what they had a hand in: not from another post of theirs, and nobody who stands in for them."""

from django.utils.translation import gettext as _

from linli.kinds.request import course, cycles
from linli.matters.command import Refused, Scene
from linli.staff.posts import Held


def by_no_handler(scene: Scene) -> Held:
    """The post from which it is said.

    Raises Refused for whoever handled the request since the last reply began, and for whoever gave that reply: while
    it is done again, they do not end it either. Nobody here gave a reply that a record from outside tells of.
    """
    cycle = course.cycle(scene.state)
    replied = frozenset({cycle["by_user"]}) if cycle and not cycles.given_there(cycle) else frozenset()
    handled = cycles.handlers(scene.state) | replied
    if scene.by.user_id in handled:
        raise Refused(_("You handled this request yourself. Somebody else asks the resident and closes it."))
    post = next((post for post in scene.posts if post.for_user_id not in handled), None)
    if post is None:
        raise Refused(
            _(
                "You stand in for somebody who handled this request. "
                "Somebody with a post of their own asks the resident and closes it."
            )
        )
    return post
