"""The paths of the many disputes that were settled."""

from linli.demo.courses import roundabout, settled
from linli.demo.paths.course import Course
from linli.demo.paths.fitting import any_story, paid, plain, small, tense

ON_THE_SPOT = Course("on_the_spot", settled.on_the_spot, 30, (0, 999), small)
SETTLED = (
    ON_THE_SPOT,
    Course("written", settled.written, 40, (14, 999), any_story),
    Course("written_for_the_court", settled.written, 4, (20, 999), plain, "court"),
    Course("by_instalments", settled.by_instalments, 8, (40, 999), paid),
    Course("confirmed_in_court", settled.confirmed_in_court, 6, (45, 999), paid),
    Course("jointly", roundabout.jointly, 6, (25, 999), tense),
    Course("with_more_time", roundabout.with_more_time, 6, (60, 999), plain),
)
