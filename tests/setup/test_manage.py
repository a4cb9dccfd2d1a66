"""The commands behind ./linli: called as they are typed, and never over a folder in which nothing is."""

import pytest

from linli import bootstrap, manage


def test_every_verb_over_a_folder_refuses_one_in_which_linli_never_ran() -> None:
    commands = {bootstrap.CALLED.get(verb, verb.replace("-", "")) for verb in bootstrap.OF_A_FOLDER}
    assert commands <= manage.WITHIN_LINLI


@pytest.mark.parametrize(("command", "typed"), manage.CALLED.items())
def test_a_verb_is_explained_by_the_name_it_is_typed_by(
    command: str, typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        manage.Verbs(["linli", command, "--help"]).execute()
    told = capsys.readouterr().out
    assert told.startswith(f"usage: linli {typed} ")
    assert "--pythonpath" not in told


def test_what_was_refused_is_told_as_a_sentence_without_the_name_of_an_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        manage.Verbs(["linli", "takein", "there-is-none.csv", "--kind", "case", "--skip-checks"]).execute()
    told = capsys.readouterr().err
    assert ended.value.code == 1
    assert "there-is-none.csv 无法读取" in told
    assert "CommandError" not in told
