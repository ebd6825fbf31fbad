"""Settings: what a file, the environment and the command line say, and which of them wins."""

import re
from pathlib import Path

import pytest

from adapters.payments.alipay.contract import AlipaySettings
from adapters.payments.contracted import contracted
from adapters.runtime import Machine
from adapters.settings import Settings, SettingsError, check, read, whole
from adapters.settings.variables import NOT_SETTINGS

ROOT = Path(__file__).parents[2]
HALL = {"hall": "南明区办税服务厅", "city": "贵阳市", "terminal": "T0107"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "kiosk.toml"
    file.write_text('profile = "hall"\nhall = "南明区办税服务厅"\nterminal = "T0002"\n', "utf-8")
    return file


def of(file: Path | None, profile: str | None = "demo", **environ: str) -> Settings:
    settings, faults = check(file, environ, profile)
    assert settings, faults
    return settings


def test_a_file_is_read_and_the_command_line_wins(file: Path) -> None:
    settings = read(file, profile="demo")
    assert (settings.profile, settings.hall) == ("demo", "南明区办税服务厅")


def test_the_environment_wins_over_the_file(file: Path) -> None:
    assert of(file, KIOSK_TERMINAL="T0003").terminal == "T0003"
    assert of(file, KIOSK_PROFILE="hall").profile == "demo"


@pytest.mark.parametrize("address", ["", "127.0.0.1:8086", "10.0.0.7:80", "[::1]:8086", "::1:8086"])
def test_an_address_to_listen_at(tmp_path: Path, address: str) -> None:
    (file := tmp_path / "kiosk.toml").write_text(f'notify_address = "{address}"', "utf-8")
    assert of(file).notify_address == address


@pytest.mark.parametrize(
    "address",
    ["8086", ":8086", "0.0.0.0:8086", "[::]:8086", "hall.example:8086", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:65536",
     "127.0.0.1:８０", "127.0.0.1: 80", "https://10.0.0.7:8086"],
)  # fmt: skip
def test_no_address_to_listen_at(tmp_path: Path, address: str) -> None:
    (file := tmp_path / "kiosk.toml").write_text(f'notify_address = "{address}"', "utf-8")
    _, (fault,) = check(file, {}, "demo")
    wanted = "has to be one address of this machine and a port, like 10.0.0.7:8086"
    assert str(fault) == f"{file}:1: notify_address: {wanted}"


PHONES = 'phone_address = "10.0.0.7:8087"\n'


def test_where_phones_get_papers(tmp_path: Path) -> None:
    (file := tmp_path / "kiosk.toml").write_text(f'{PHONES}phone_url = "https://hall.example/t1/"', "utf-8")
    assert (of(file).phone_address, of(file).phone_url) == ("10.0.0.7:8087", "https://hall.example/t1/")


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (PHONES, "is missing: phones have to find phone_address"),
        ('phone_url = "https://hall.example"', "needs a phone_address that it leads to"),
        (f'{PHONES}phone_url = "http://10.0.0.7"', "has to be https: by http only this machine itself is spoken to"),
        (f'{PHONES}phone_url = "https://h.example/?a"', "has to have no query and 80 characters at most"),
        (f'{PHONES}phone_url = "https://h.example/{"a" * 80}"', "has to have no query and 80 characters at most"),
        (f'{PHONES}phone_url = "hall.example"', "has to be an address like https://host/path"),
    ],
)
def test_where_no_phone_gets_any(tmp_path: Path, said: str, wanted: str) -> None:
    (file := tmp_path / "kiosk.toml").write_text(said, "utf-8")
    _, (fault,) = check(file, {}, "demo")
    assert (fault.key or "phone_url", fault.wrong) == ("phone_url", wanted)


def test_a_key_of_a_table_by_the_environment(file: Path) -> None:
    file.write_text('[links]\ntax_app = "https://a.example"\nunionpay = "https://b.example"\n', "utf-8")
    links = of(file, KIOSK_LINKS__TAX_APP="https://c.example").links.model_dump()
    assert (links["tax_app"], links["unionpay"]) == ("https://c.example", "https://b.example")


def test_a_list_by_the_environment() -> None:
    printers = of(None, KIOSK_PRINTERS='[{"kind": "escpos", "device": "/dev/rfcomm0"}]').printers
    assert [printer.kind for printer in printers] == ["escpos"]


@pytest.mark.parametrize(
    ("variable", "value", "fault"),
    [
        ("KIOSK_HAL", "", "KIOSK_HAL: is no setting; did you mean KIOSK_HALL?"),
        ("KIOSK_WECHAT_MCHID", "1", "KIOSK_WECHAT_MCHID: is no setting; did you mean KIOSK_WECHAT__MCHID?"),
        ("KIOSK_LINKS__TAXAPP", "1", "KIOSK_LINKS__TAXAPP: is no setting; did you mean KIOSK_LINKS__TAX_APP?"),
        ("KIOSK_VNC_PRT", "1", "KIOSK_VNC_PRT: is no setting; did you mean KIOSK_VNC_PORT?"),
        ("KIOSK_QQQQQQQ", "1", "KIOSK_QQQQQQQ: is no setting"),
        ("KIOSK_STAFF", '[{"number": "x"', "KIOSK_STAFF: begins like JSON and is none"),
        ("KIOSK_LINKS", '{"tax_app": "a"}', "KIOSK_LINKS: links.tax_app: has to be an address like https://host/path"),
        ("KIOSK_SIMULATOR_PORT", "65535", "KIOSK_SIMULATOR_PORT: should be less than or equal to 65533"),
    ],
)
def test_a_wrong_variable_is_named(file: Path, variable: str, value: str, fault: str) -> None:
    _, faults = check(file, {variable: value, "KIOSK_VNC_PORT": "1", "PATH": "x"}, "demo")
    assert [str(one) for one in faults] == [fault]


def test_every_variable_of_the_product_is_known() -> None:
    """Whatever else the program reads or sets has to be allowed where settings are read."""
    files = [ROOT / "kiosk", ROOT / "main.py", *(ROOT / "ui").rglob("*.py"), *(ROOT / "commands").rglob("*.py")]
    used = {name for file in files for name in re.findall(r"\bKIOSK_[A-Z_]+", file.read_text("utf-8"))}
    settings = {f"KIOSK_{name.upper()}" for name in whole().model_fields}
    assert used - settings == NOT_SETTINGS


def test_the_demonstration_knows_where_it_stands() -> None:
    assert (of(None).terminal, of(None).place) == ("T0001", 1)


@pytest.mark.parametrize("missing", HALL)
def test_a_hall_is_never_made_without_saying_where_it_stands(missing: str) -> None:
    with pytest.raises(ValueError, match="a hall has to say it"):
        Settings.model_validate({"profile": "hall"} | {key: text for key, text in HALL.items() if key != missing})


def test_a_key_that_went_after_it_was_checked(tmp_path: Path) -> None:
    key = tmp_path / "key.pem"
    given = AlipaySettings(
        app_id="2021000000000001",
        seller_id="2088000000000001",
        private_key_file=key,
        alipay_public_key_file=key,
        notify_url="https://kiosk.example/notify",
    )
    settings = whole().model_validate({"profile": "hall", "alipay": given} | HALL)
    with pytest.raises(SettingsError, match=r"^settings: alipay: a key file cannot be read: No such file"):
        contracted(settings, Machine())
    key.write_text("not a key")
    with pytest.raises(SettingsError, match=r"^settings: alipay: a file holds no key or certificate"):
        contracted(settings, Machine())


def test_a_hall_without_a_merchant() -> None:
    with pytest.raises(SettingsError, match="needs a merchant"):
        contracted(Settings(profile="hall", **HALL), Machine())  # type: ignore[arg-type]
