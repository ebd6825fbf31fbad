"""Settings: what a file may say, and the sentence for what it may not."""

from pathlib import Path

import pytest

from adapters.settings import SettingsError, read


def test_a_file_is_read_and_the_command_line_wins(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('profile = "hall"\nhall = "南明区办税服务厅"\n', "utf-8")
    settings = read(file, profile="demo")
    assert (settings.profile, settings.hall) == ("demo", "南明区办税服务厅")


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('terminal = "T0002"\n', "utf-8")
    monkeypatch.setenv("KIOSK_TERMINAL", "T0003")
    assert read(file).terminal == "T0003"


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("profile = ", "kiosk.toml"),
        ('profile = "other"', "profile"),
        ('terminal = "贵阳1"', "terminal"),
        ("simulator_port = 70000", "simulator_port"),
        ('colour = "red"', "colour"),
        ('[wechat]\nmchid = "1"', "wechat"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, content: str, names: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=names):
        read(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"no settings file .*gone\.toml"):
        read(tmp_path / "gone.toml")
