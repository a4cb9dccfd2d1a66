"""No channel reaches what lies behind the house's own wall, unless the office says that it is internal."""

import ipaddress

import pytest

from linli.notices.guarding import Forbidden, may_call, parts_of, place_of

PRIVATE = (
    "127.0.0.1",
    "10.0.0.8",
    "172.16.3.4",
    "192.168.1.1",
    "100.64.0.1",
    "::1",
    "fd00::1",
    "::ffff:10.0.0.1",
    "fec0::1",
)
NEVER = ("169.254.169.254", "0.0.0.0", "224.0.0.1", "::", "fe80::1", "ff02::1", "::ffff:169.254.169.254")
OF_CLOUDS = ("100.100.100.200", "fd00:ec2::254", "::ffff:100.100.100.200", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a9fe:a9fe")


@pytest.mark.parametrize("ip", PRIVATE)
def test_a_private_address_is_called_by_an_internal_channel_only(ip: str) -> None:
    assert not may_call(ipaddress.ip_address(ip), internal=False)
    assert may_call(ipaddress.ip_address(ip), internal=True)


@pytest.mark.parametrize("ip", [*NEVER, *OF_CLOUDS])
def test_some_addresses_are_never_called(ip: str) -> None:
    assert not may_call(ipaddress.ip_address(ip), internal=True)
    assert not may_call(ipaddress.ip_address(ip), internal=False)


@pytest.mark.parametrize("ip", ["2002:0a00:0001::1", "2002:7f00:0001::1", "64:ff9b::7f00:1", "::7f00:1"])
def test_an_address_wrapped_in_another_is_looked_into(ip: str) -> None:
    assert not may_call(ipaddress.ip_address(ip), internal=False)


def test_an_open_address_is_called() -> None:
    assert may_call(ipaddress.ip_address("120.78.1.1"), internal=False)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.cn/",
        "ftp://example.cn/",
        "https://",
        "https://name:word@example.cn/",
        "https://example.cn:99999/",
        "https://example.cn/\r\nX: y",
        "file:///etc/passwd",
        "https://[::1",
    ],
)
def test_what_is_no_safe_address_is_refused(url: str) -> None:
    with pytest.raises(Forbidden):
        parts_of(url, internal=False)


def test_the_name_is_looked_up_before_it_is_called() -> None:
    with pytest.raises(Forbidden):
        place_of("localhost", 80, internal=False)
    assert place_of("localhost", 80, internal=True).ip in ("127.0.0.1", "::1")
