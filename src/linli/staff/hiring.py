"""Letting somebody in and giving them a post, for set-up commands, the demo and tests."""

from datetime import date

from linli.place.models import Unit
from linli.staff.models import Language, Post, StandIn, User


def hire(username: str, *, name: str, password: str, language: str = Language.CHINESE) -> User:
    user = User(username=User.normalize_username(username), name=name, language=language)
    user.set_password(password)
    user.full_clean()
    user.save()
    return user


def appoint(user: User, *, unit: Unit, role: str, from_on: date, until_on: date | None = None) -> Post:
    post = Post(user=user, unit=unit, role=role, valid_from=from_on, valid_until=until_on)
    post.full_clean()
    post.save()
    return post


def stand_in(user: User, *, post: Post, from_on: date, until_on: date, reason: str) -> StandIn:
    standing = StandIn(post=post, user=user, from_on=from_on, until_on=until_on, reason=reason)
    standing.full_clean()
    standing.save()
    return standing
