"""The paths of which a fixed number is told all over the county."""

from linli.demo.courses import danger, early, ended, paying, reopened, roundabout, table, watched
from linli.demo.paths.course import Course
from linli.demo.paths.fitting import crowded, labour, lasting, measurable, paid, plain, tense, unclear_title

REASONS = ("in_court", "administrative", "one_refuses", "criminal")
ENDINGS = (
    "agreed", "withdrawn", "unreachable", "unwilling", "too_far_apart",
    "term_over", "refuses_to_sign", "lawful_bar", "moved",
)  # fmt: skip
SPECIAL = (
    Course("this_morning", early.just_opened, 1, (0, 0), plain, newest=True),
    Course("taken_on_this_morning", early.taken_on, 1, (0, 0), plain, newest=True),
    Course("just_opened", early.just_opened, 7, (1, 2), plain),
    Course("assessed", early.assessed, 5, (1, 3), plain),
    Course("accepted", early.accepted, 6, (2, 6), plain),
    Course("one_side_willing", early.one_side_willing, 3, (2, 7), plain),
    Course("appointed", early.appointed, 5, (3, 9), plain),
    Course("in_mediation", table.in_mediation, 22, (8, 24), plain),
    Course("court_in_mediation", table.in_mediation, 3, (6, 14), plain, "court"),
    Course("labour_in_mediation", table.in_mediation, 3, (5, 11), labour),
    Course("over_limit", table.over_limit, 11, (50, 80), plain),
    Course("labour_over_limit", table.over_limit, 2, (50, 62), labour),
    Course("extended", table.extended, 5, (36, 52), plain),
    Course("dangerous", danger.dangerous, 5, (2, 12), tense, "police"),
    Course("danger_lifted", danger.danger_lifted, 4, (12, 22), tense),
    Course("paused", table.paused, 2, (14, 22), measurable),
    Course("appraised", roundabout.appraised, 2, (90, 300), measurable),
    Course("many_households", table.many_households, 6, (6, 24), crowded),
    Course("paying", paying.paying, 14, (30, 150), paid),
    Course("unpaid", paying.unpaid, 5, (48, 150), paid),
    Course("defaulted", paying.defaulted, 4, (75, 200), paid),
    Course("window_open", watched.window_open, 6, (20, 27), lasting),
    Course("window_closing", watched.window_closing, 2, (33, 44), lasting),
    Course("application_made", watched.application_made, 3, (24, 36), lasting),
    Course("performed", watched.performed, 8, (20, 34), plain),
    Course("visited", watched.visited, 4, (26, 40), plain),
    Course("dissatisfied", watched.dissatisfied, 2, (26, 40), plain),
    Course("reopened", reopened.reopened, 3, (85, 160), plain),
    Course("settled_again", reopened.settled_again, 2, (130, 300), plain),
    *(Course(f"declined_{reason}", early.declined(reason), 2, (10, 380), plain) for reason in REASONS),
    *(
        Course(
            f"terminated_{reason}", ended.terminated(reason), 1, (56, 70),
            unclear_title if reason == "lawful_bar" else plain,
        )
        for reason in ENDINGS
    ),
    *(
        Course(
            f"filed_{reason}", ended.filed(reason), 1, (80, 400),
            unclear_title if reason == "lawful_bar" else plain,
        )
        for reason in ENDINGS
    ),
)  # fmt: skip
# Only where a police station stands: these go on as cases.
HANDED_OVER = (
    Course("handed_over", danger.handed_over, 3, (12, 40), tense, "police"),
    Course("handed_over_after_its_end", ended.handed_over("unwilling"), 3, (56, 70), tense),
)
