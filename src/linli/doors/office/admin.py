"""What Django's admin looks for: every page of the office, by importing the modules that register them."""

from django.contrib.auth.models import Group

from linli.doors.office import likeness, listed, machines, notices, opendata, papers, people, places, published, rules
from linli.doors.office.site import site

site.unregister(Group)  # Rights come from posts alone: Django's own groups have no page here.
__all__ = [
    "likeness",
    "listed",
    "machines",
    "notices",
    "opendata",
    "papers",
    "people",
    "places",
    "published",
    "rules",
    "site",
]
