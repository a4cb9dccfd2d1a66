"""The paths that disputes take in the invented county, how often each is taken, and which stories suit it."""

from collections.abc import Callable
from dataclasses import dataclass

from linli.demo import courses, watching
from linli.demo.phrases import Story

REASONS = ("in_court", "administrative", "one_refuses", "criminal")
ENDINGS = (
    "agreed", "withdrawn", "unreachable", "unwilling", "too_far_apart",
    "term_over", "refuses_to_sign", "lawful_bar", "moved",
)  # fmt: skip
HARMS = ("牙科", "骨伤", "烫伤", "受伤", "相撞", "撞坏", "致")

Fits = Callable[[Story], bool]


@dataclass(frozen=True)
class Course:
    """A path, how many disputes take it, how many days ago they were opened, and which stories suit it."""

    name: str
    tell: courses.Tell
    count: int
    ages: tuple[int, int]
    fits: Fits
    origin: str = ""
    newest: bool = False
    """Opened this morning, and told up to the present moment."""


def any_story(story: Story) -> bool:
    """All of them."""
    return bool(story.title)


def plain(story: Story) -> bool:
    """A quarrel of two, not of labour law with its shorter limit."""
    return not story.households and story.category != "LB"


def small(story: Story) -> bool:
    """Little money, nobody else concerned, nothing to wait for: fit to be settled on the spot."""
    lasting_terms = any("日内" in term or "每" in term for term in story.terms)
    return not story.households and not lasting_terms and (story.pay is None or story.pay[1] <= 3000)


def paid(story: Story) -> bool:
    """Enough money to be paid in parts."""
    return story.pay is not None and story.pay[0] >= 1500


def lasting(story: Story) -> bool:
    """Money, and the ordinary limit."""
    return paid(story) and story.category != "LB"


def labour(story: Story) -> bool:
    """Wages and the like."""
    return story.category == "LB"


def tense(story: Story) -> bool:
    """A quarrel that may come to blows."""
    return story.category in {"NB", "MF", "HS", "DM", "CT", "FL"}


def crowded(story: Story) -> bool:
    """Many households."""
    return story.households is not None and story.households[0] >= 10


def unclear_title(story: Story) -> bool:
    """Ownership of land must be settled by the administration first."""
    return story.category in {"FL", "EX", "HS"}


def measurable(story: Story) -> bool:
    """A harm that an expert can appraise."""
    return story.category in {"MD", "TR"} and any(word in story.title for word in HARMS)


SPECIAL = (
    Course("this_morning", courses.just_opened, 1, (0, 0), plain, newest=True),
    Course("taken_on_this_morning", courses.taken_on, 1, (0, 0), plain, newest=True),
    Course("just_opened", courses.just_opened, 7, (1, 2), plain),
    Course("assessed", courses.assessed, 5, (1, 3), plain),
    Course("accepted", courses.accepted, 6, (2, 6), plain),
    Course("one_side_willing", courses.one_side_willing, 3, (2, 7), plain),
    Course("appointed", courses.appointed, 5, (3, 9), plain),
    Course("in_mediation", courses.in_mediation, 22, (8, 24), plain),
    Course("court_in_mediation", courses.in_mediation, 3, (6, 14), plain, "court"),
    Course("labour_in_mediation", courses.in_mediation, 3, (5, 11), labour),
    Course("over_limit", courses.over_limit, 11, (50, 80), plain),
    Course("labour_over_limit", courses.over_limit, 2, (50, 62), labour),
    Course("extended", courses.extended, 5, (36, 52), plain),
    Course("dangerous", courses.dangerous, 5, (2, 12), tense, "police"),
    Course("danger_lifted", courses.danger_lifted, 4, (12, 22), tense),
    Course("paused", courses.paused, 2, (14, 22), measurable),
    Course("appraised", courses.appraised, 2, (90, 300), measurable),
    Course("many_households", courses.many_households, 6, (6, 24), crowded),
    Course("paying", watching.paying, 14, (30, 150), paid),
    Course("unpaid", watching.unpaid, 5, (48, 150), paid),
    Course("defaulted", watching.defaulted, 4, (75, 200), paid),
    Course("window_open", watching.window_open, 6, (20, 27), lasting),
    Course("window_closing", watching.window_closing, 2, (33, 44), lasting),
    Course("application_made", watching.application_made, 3, (24, 36), lasting),
    Course("performed", watching.performed, 8, (20, 34), plain),
    Course("visited", watching.visited, 4, (26, 40), plain),
    Course("dissatisfied", watching.dissatisfied, 2, (26, 40), plain),
    Course("reopened", courses.reopened, 3, (85, 160), plain),
    Course("settled_again", courses.settled_again, 2, (130, 300), plain),
    *(Course(f"declined_{reason}", courses.declined(reason), 2, (10, 380), plain) for reason in REASONS),
    *(
        Course(
            f"terminated_{reason}", courses.terminated(reason), 1, (56, 70),
            unclear_title if reason == "lawful_bar" else plain,
        )
        for reason in ENDINGS
    ),
    *(
        Course(
            f"filed_{reason}", courses.filed(reason), 1, (80, 400),
            unclear_title if reason == "lawful_bar" else plain,
        )
        for reason in ENDINGS
    ),
)  # fmt: skip

ON_THE_SPOT = Course("on_the_spot", courses.on_the_spot, 30, (0, 999), small)
SETTLED = (
    ON_THE_SPOT,
    Course("written", courses.written, 40, (14, 999), any_story),
    Course("written_for_the_court", courses.written, 4, (20, 999), plain, "court"),
    Course("by_instalments", courses.by_instalments, 8, (40, 999), paid),
    Course("confirmed_in_court", courses.confirmed_in_court, 6, (45, 999), paid),
    Course("jointly", courses.jointly, 6, (25, 999), tense),
    Course("with_more_time", courses.with_more_time, 6, (60, 999), plain),
)

# The street that visitors sign in to: two that are accepted and not settled, then settled ones still being watched.
STREET_UNSETTLED = (
    Course("danger_now", courses.danger_now, 1, (2, 3), tense, "police"),
    Course("over_limit", courses.over_limit, 1, (50, 62), plain),
)
STREET_WATCHED = (
    Course("unpaid", watching.unpaid, 3, (48, 120), paid),
    Course("due_today", watching.due_in(0), 2, (38, 60), paid),
    Course("due_tomorrow", watching.due_in(1), 1, (38, 60), paid),
    Course("due_soon", watching.due_in(3), 1, (38, 60), paid),
    Course("visit_today", watching.visit_in(0), 1, (41, 48), plain),
    Course("visit_soon", watching.visit_in(2), 2, (41, 48), plain),
    Course("paying", watching.paying, 1, (60, 150), paid),
    Course("window_open", watching.window_open, 1, (20, 27), lasting),
    Course("window_closing", watching.window_closing, 1, (33, 44), lasting),
    Course("application_made", watching.application_made, 1, (24, 36), lasting),
    Course("dissatisfied", watching.dissatisfied, 1, (26, 40), plain),
)
STREET_NEW = (
    Course("this_morning", courses.just_opened, 2, (0, 0), plain, newest=True),
    Course("assessed_this_morning", courses.assessed, 1, (0, 0), plain, newest=True),
    Course("just_opened", courses.just_opened, 2, (1, 1), plain),
    Course("assessed", courses.assessed, 2, (1, 3), plain),
)
