"""The profiles of time limits that a centre may choose among: those that terms are written for."""

from linli.policy.models import Term


def profiles_offered() -> tuple[str, ...]:
    """A term belongs to a profile by its code, as in request.jinan-2018.help; what all share belongs to none."""
    rows = Term.objects.exclude(profile="").order_by("profile").values_list("kind", "profile", "code").distinct()
    return tuple(dict.fromkeys(profile for kind, profile, code in rows if code.startswith(f"{kind}.{profile}.")))
