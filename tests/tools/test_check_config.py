"""`kiosk check-config`: without a window, what is wrong with a hall's settings and 1, or that they are sound and 0."""

import subprocess
import sys
from pathlib import Path

import pytest

from main import main
from tests.adapters.stand import KeyPair

ROOT = Path(__file__).parents[2]
TEXT = """\
hall = "南明区办税服务厅"
city = "贵阳市"
terminal = "T0107"
adapter = "guizhou"

[alipay]
app_id = "2021000000000109"
seller_id = "2088100000000109"
private_key_file = "FOLDER/merchant.key"
alipay_public_key_file = "FOLDER/platform.pub"
notify_url = "https://hall.example/alipay"
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hall")
    KeyPair.make(folder, "merchant").private.chmod(0o600)
    KeyPair.make(folder, "platform")
    return folder


@pytest.fixture
def config(folder: Path, tmp_path: Path) -> Path:
    file = tmp_path / "kiosk.toml"
    file.write_text(TEXT.replace("FOLDER", str(folder)), "utf-8")
    return file


def test_sound(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-config", "--config", str(config)]) == 0
    assert capsys.readouterr() == ("sound: hall T0107, 南明区办税服务厅 (贵阳市); alipay; 0 printers, 0 staff\n", "")


def test_not_sound(config: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = config.read_text("utf-8").replace('"贵阳市"', '"贵阳"').replace("https://", "http://")
    config.write_text(text.replace("merchant.key", "gone.key"), "utf-8")
    assert main(["check-config", "--config", str(config)]) == 1
    said = capsys.readouterr()
    assert said.err == ""
    assert [line.split(": ")[:2] for line in said.out.splitlines()] == [
        [f"{config}:2", "city"],
        [f"{config}:9", "alipay.private_key_file"],
        [f"{config}:11", "alipay.notify_url"],
    ]


def test_the_demonstration_needs_no_settings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-config", "--profile", "demo"]) == 0
    assert capsys.readouterr().out.startswith("sound: demo T0001")
    assert main(["check-config"]) == 1


def test_it_loads_no_qt(config: Path) -> None:
    program = f"""
import sys, main
assert main.main(["check-config", "--config", {str(config)!r}]) == 0
print(sorted({{"PySide6", "sqlalchemy", "httpx2", "PIL", "argon2"}} & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
