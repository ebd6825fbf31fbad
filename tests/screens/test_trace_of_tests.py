"""Which traces of tests are kept, and that a report says where: a session of pytest's own, with a terminal in it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.screens.test_trace import story_of

ROOT = Path(__file__).parents[2]
CONFTEST = """
import pytest
import main
from pathlib import Path
from kit.trace import Keep
from kit.trace.keeping import Traces
from tests.screens.conftest import *

def pytest_configure(config):
    config.traces = Traces(Keep("{keep}"), Path(__file__).parent / "traces")
    config.pluginmanager.register(config.traces)

@pytest.fixture
def kiosk(request, qapp, ground):
    request.config.traces.pytest_kiosk_opened(request.node, ground)
    ground.kiosk.patience_s = 0.5
    yield ground.kiosk
    request.config.traces.pytest_kiosk_closing(request.node, ground)
"""
TESTS = """
def test_passes(kiosk):
    kiosk.touch("tile.wechat")
    kiosk.shows("wechat.official_account")

def test_fails(kiosk):
    kiosk.touch("tile.alipay")
    kiosk.shows("alipay.city_hall")
    assert kiosk.text("title") == "微信"
"""


@pytest.mark.parametrize(("keep", "kept"), [("retain-on-failure", ["fails"]), ("on", ["fails", "passes"])])
def test_a_test_leaves_its_trace(tmp_path: Path, keep: str, kept: list[str]) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST.format(keep=keep), "utf-8")
    (tmp_path / "test_x.py").write_text(TESTS, "utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(tmp_path),
        str(tmp_path),
    ]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert "1 failed, 1 passed" in ran.stdout
    files = sorted((tmp_path / "traces").glob("*.html"))
    assert [file.stem for file in files] == [f"test_x.py-test_{name}" for name in kept]
    assert [str(file) in ran.stdout for file in files] == [name == "fails" for name in kept]
    for file, name in zip(files, kept, strict=True):
        told = story_of(file.read_text("utf-8"))
        assert told["title"] == f"test_x.py::test_{name}"
        assert told["steps"][0]["name"].startswith("tile.")
        assert told["sentence"].startswith("第 1 步先错：点了 tile.alipay，" if name == "fails" else "1 步都做到了")
        assert [line["number"] for line in told["code"]] == ([7, 8, 9] if name == "fails" else [])
