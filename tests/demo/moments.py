"""The moment up to which the county of these tests is told, and the windows its figures are read from."""

from datetime import date

from linli.ground.clock import moment, parse_moment

AT = parse_moment("2026-11-23T10:00+08:00")
MAY = (moment(date(2026, 5, 1)), moment(date(2026, 6, 1)))
THIS_MORNING = moment(date(2026, 11, 23))
IN_THREE_WORKING_DAYS = moment(date(2026, 11, 27))
