"""Settings: what a file may say, and the sentence for what it may not."""

from pathlib import Path

import pytest

from adapters.payments.contracted import contracted
from adapters.settings import AlipaySettings, Settings, SettingsError, read
from tests.payment.hall import NOON


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
        ("simulator_port = 65535", "simulator_port"),
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


def test_a_key_that_is_none_is_named(tmp_path: Path) -> None:
    key = tmp_path / "key.pem"
    key.write_text("not a key")
    given = AlipaySettings(
        app_id="2021000000000001",
        seller_id="2088000000000001",
        private_key_file=key,
        alipay_public_key_file=key,
        notify_url="https://kiosk.example/notify",
    )
    with pytest.raises(SettingsError, match=r"^settings: alipay: a key or certificate cannot be read"):
        contracted(Settings(profile="hall", alipay=given), lambda: NOON)


def test_a_hall_without_a_merchant() -> None:
    with pytest.raises(SettingsError, match="needs a merchant"):
        contracted(Settings(profile="hall"), lambda: NOON)
