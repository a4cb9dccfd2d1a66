"""The paths on the street that visitors sign in to."""

from linli.demo.courses import danger, early, paying, table, watched
from linli.demo.paths.course import Course
from linli.demo.paths.fitting import lasting, paid, plain, tense

# The street that visitors sign in to: two that are accepted and not settled, then settled ones still being watched.
STREET_UNSETTLED = (
    Course("danger_now", danger.danger_now, 1, (2, 3), tense, "police"),
    Course("over_limit", table.over_limit, 1, (50, 62), plain),
)
STREET_WATCHED = (
    Course("unpaid", paying.unpaid, 3, (48, 120), paid),
    Course("due_today", paying.due_in(0), 2, (38, 60), paid),
    Course("due_tomorrow", paying.due_in(1), 1, (38, 60), paid),
    Course("due_soon", paying.due_in(3), 1, (38, 60), paid),
    Course("visit_today", watched.visit_in(0), 1, (41, 48), plain),
    Course("visit_soon", watched.visit_in(2), 2, (41, 48), plain),
    Course("paying", paying.paying, 1, (60, 150), paid),
    Course("window_open", watched.window_open, 1, (20, 27), lasting),
    Course("window_closing", watched.window_closing, 1, (33, 44), lasting),
    Course("application_made", watched.application_made, 1, (24, 36), lasting),
    Course("dissatisfied", watched.dissatisfied, 1, (26, 40), plain),
)
STREET_NEW = (
    Course("this_morning", early.just_opened, 2, (0, 0), plain, newest=True),
    Course("assessed_this_morning", early.assessed, 1, (0, 0), plain, newest=True),
    Course("just_opened", early.just_opened, 2, (1, 1), plain),
    Course("assessed", early.assessed, 2, (1, 3), plain),
    Course("came_to_blows", danger.came_to_blows, 1, (6, 9), tense, "police"),
)
