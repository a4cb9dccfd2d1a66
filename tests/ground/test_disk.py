"""What stood in the way of a file is said in our own words; what is rare, in those of the machine."""

import errno

import pytest

from linli.ground.disk import why_not


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "there is no such file or folder"),
        (errno.EACCES, "this account of the machine may not"),
        (errno.ENOSPC, "the disk is full"),
        (errno.ELOOP, "Too many links"),
    ],
)
def test_what_stood_in_the_way_is_said(number: int, said: str) -> None:
    assert why_not(OSError(number, "Too many links")) == said
