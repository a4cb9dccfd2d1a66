"""What Django's admin looks for: every page of the office, by importing the modules that register them."""

from linli.doors.office import listed, machines, notices, opendata, papers, people, places, rules
from linli.doors.office.site import site

__all__ = ["listed", "machines", "notices", "opendata", "papers", "people", "places", "rules", "site"]
