"""The addresses of the JSON interface: lists, one matter, its steps, openings, counts and dictionaries."""

import json
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import RawPostDataException
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Query, Status
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.params import functions as told_in
from ninja.parser import Parser

from linli.doors.api import shapes
from linli.doors.api.asking import Filters, Paged, by_colour, listing_of
from linli.doors.api.dictionaries import categories_told, kinds_told, units_told
from linli.doors.api.fields import told_schema
from linli.doors.api.gate import Bearer, called
from linli.doors.api.problems import Problem, answer
from linli.doors.api.rows import of_unit, rows_of
from linli.doors.api.saying import Said, command_of, form_for, open_one, refusal_of, say
from linli.doors.api.unfit import fields_of
from linli.doors.api.whole import whole
from linli.ground.text import msg
from linli.matters import access
from linli.matters.queries import page
from linli.policy.calendar import calendar

VERSION = "1"
NUMBER = r"^[0-9A-Za-z\u4e00-\u9fff-]{1,32}$"
WORD = "[a-z0-9_]{1,32}"
Number = told_in.Path(..., pattern=NUMBER)
Word = told_in.Path(..., pattern=f"^{WORD}$")
Key = told_in.Header("", alias="Idempotency-Key", max_length=200)
WORDS = {
    "me": msg("What this token is"),
    "matters": msg("The matters this post sees"),
    "counts": msg("How many there are of each colour"),
    "matter": msg("One matter with its timeline"),
    "say": msg("Say the step"),
    "kinds": msg("Kinds with their stages, steps and codes"),
    "categories": msg("The categories of the office"),
    "units": msg("The units of the organisation"),
    "open": msg("Open a matter"),
}


class Reader(Parser):
    """What was sent, as JSON. Raises Problem."""

    def parse_body(self, request: HttpRequest) -> Any:
        try:
            return json.loads(request.body)
        except (ValueError, RecursionError) as error:
            raise Problem("unreadable") from error


api = NinjaAPI(
    title="Linli",
    version=VERSION,
    auth=Bearer(),
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
    parser=Reader(),
)


@api.get("/me", response=shapes.Me, url_name="me", summary=WORDS["me"])
def me(request: HttpRequest) -> Any:
    """What this token is."""
    row = called(request).token
    post = row.post
    told = {"title": row.title, "name": post.user.name, "role": post.role, "until_at": row.until_at}
    return {**told, "unit": of_unit(post.unit)}


@api.get("/matters", response=shapes.Page, url_name="matters", summary=WORDS["matters"])
def matters(request: HttpRequest, asked: Query[Paged]) -> Any:
    """The matters the post may see, filtered and sorted as at the desk, a page at a time."""
    one = called(request)
    found = page(listing_of(request.GET), one.who, at=one.at, calendar=calendar(), beside=("unit", "holder", "cell"))
    edges = {"next": str(found.after) if found.after else None, "previous": str(found.before) if found.before else None}
    return {"total": found.total, "rows": rows_of(found.rows), **edges}


@api.get("/counts", response=shapes.Counts, url_name="counts", summary=WORDS["counts"])
def count(request: HttpRequest, asked: Query[Filters]) -> Any:
    """How many of them there are of each colour."""
    one = called(request)
    return by_colour(listing_of(request.GET), one.who, at=one.at)


@api.get("/matters/{number}", response=shapes.Whole, url_name="matter", summary=WORDS["matter"])
def matter(request: HttpRequest, number: str = Number, after: int = told_in.Query(0, ge=0, le=2**31 - 1)) -> Any:
    """One matter with its timeline; `after` asks for later entries."""
    one = called(request)
    return whole(one, access.find(one.who, number), after=after)


@api.get(
    "/matters/{number}/{command}",
    response=shapes.Asked,
    url_name="asked",
    summary=msg("What the step needs to be told now"),
)
def asked(request: HttpRequest, number: str = Number, command: str = Word) -> Any:
    """What the step needs to be told here and now, and why it is refused where it is."""
    one = called(request)
    seen = access.find(one.who, number)
    step = command_of(seen, command)
    form = form_for(one, seen, step)
    refusal = refusal_of(one, seen, step) or None
    told = {"name": step.name, "word": _(step.word), "version": seen.version, "refusal": refusal}
    return {**told, "told": told_schema(form.fields)}


@api.post("/matters/{number}/{command}", response=shapes.Done, url_name="say", summary=WORDS["say"])
def say_step(request: HttpRequest, told: shapes.Told, number: str = Number, command: str = Word, key: str = Key) -> Any:
    """Say the step to the matter."""
    return say(Said(called(request), key, told.told, told.version), number, command)[1]


@api.get("/kinds", response=list[shapes.Kind], url_name="kinds", summary=WORDS["kinds"])
def kinds(request: HttpRequest) -> Any:
    """The kinds of matters with their stages, steps and lists of codes."""
    return kinds_told()


@api.get("/categories", response=list[shapes.Category], url_name="categories", summary=WORDS["categories"])
def categories(request: HttpRequest, kind: str = told_in.Query("", max_length=32)) -> Any:
    """The office's categories."""
    return categories_told(kind)


@api.get("/units", response=shapes.Units, url_name="units", summary=WORDS["units"])
def units(request: HttpRequest, after: str = told_in.Query("", max_length=32)) -> Any:
    """The units of the organisation, by code."""
    return units_told(after=after)


@api.post("/{kind_name:kind}", response={201: shapes.Done}, url_name="open", summary=WORDS["open"])
def open_matter(request: HttpRequest, told: shapes.Opening, kind: str = Word, key: str = Key) -> Any:
    """Open a matter in the unit of the token's post."""
    status, body = open_one(Said(called(request), key, told.told), kind)
    return Status(status, body)


@api.exception_handler(Problem)
def on_problem(request: HttpRequest, problem: Problem) -> HttpResponse:
    return answer(problem)


@api.exception_handler(Http404)
def on_missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return answer(Problem("missing"))


@api.exception_handler(AuthenticationError)
def on_stranger(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return answer(Problem("no-token"))


@api.exception_handler(ValidationError)
def on_invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return answer(Problem("invalid", fields=fields_of(error.errors)))


@api.exception_handler(HttpError)
def on_unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    return answer(Problem("unreadable"))


@api.exception_handler(RawPostDataException)
def on_form(request: HttpRequest, error: RawPostDataException) -> HttpResponse:
    """Something was sent as a form, and was read as one."""
    return answer(Problem("unreadable"))


@api.exception_handler(RecursionError)
def on_depth(request: HttpRequest, error: RecursionError) -> HttpResponse:
    """What is nested so deeply says nothing that a form asks."""
    return answer(Problem("unreadable"))


@api.exception_handler(RequestDataTooBig)
def on_too_large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return answer(Problem("too-large"))
