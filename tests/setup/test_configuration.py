"""The environment is read once, and what is unknown stops the start."""

import pytest

from linli.configuration import NO_SECRET, Refused, load
from linli.serve.__main__ import announce
from linli.serve.ready import Ready


def test_an_empty_environment_is_a_demo_on_this_machine() -> None:
    configuration = load({})
    assert (configuration.mode, configuration.port, configuration.debug) == ("demo", 8000, False)
    assert configuration.hosts == ["127.0.0.1", "localhost", "[::1]"]
    assert configuration.secret_key == NO_SECRET or len(configuration.secret_key) >= 50


def test_an_unknown_name_stops_the_start_with_a_sentence_that_names_it() -> None:
    with pytest.raises(Refused, match="LINLI_DATABSE is not a setting of Linli"):
        load({"LINLI_DATABSE": "x"})


@pytest.mark.parametrize(
    "wrong",
    [{"LINLI_PORT": "0"}, {"LINLI_PORT": "web"}, {"LINLI_MODE": "prod"}, {"LINLI_DEBUG": "yes"}, {"LINLI_PACE": "0"}],
)
def test_a_wrong_value_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(Refused):
        load(wrong)


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"LINLI_PORT": "8080", "LINLI_ADDRESS": "0.0.0.0"}, "http://127.0.0.1:8080"),
        ({"LINLI_ADDRESS": "10.1.2.3"}, "http://10.1.2.3:8000"),
        ({"LINLI_ADDRESS": "::1"}, "http://[::1]:8000"),
        (
            {"LINLI_HOSTS": "*,.example,localhost,linli.example", "LINLI_ADDRESS": "0.0.0.0"},
            "http://linli.example:8000",
        ),
        ({"LINLI_HOSTS": "linli.example", "LINLI_ORIGINS": "https://linli.example"}, "https://linli.example"),
    ],
)
def test_the_place_that_is_told_is_one_that_a_browser_can_open(told: dict[str, str], place: str) -> None:
    assert load(told).place == place


def test_a_start_announces_that_place_and_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    ready = Ready(demo=True, signins="", screen="/screen/x/")
    for address, place in (("0.0.0.0", "http://127.0.0.1:8000"), ("::1", "http://[::1]:8000")):
        announce(load({"LINLI_ADDRESS": address}), ready=ready, seconds=1)
        told = capsys.readouterr().out
        assert f"serves at  {place}/ " in told
        assert f"{place}/screen/x/" in told
