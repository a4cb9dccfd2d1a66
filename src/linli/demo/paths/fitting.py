"""Which stories suit a path."""

from linli.demo.patterns import Story

HARMS = ("牙科", "骨伤", "烫伤", "受伤", "相撞", "撞坏", "致")


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
