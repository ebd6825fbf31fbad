"""A channel and a network are added by files of their own, and the terminal serves with them."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

ROOT = Path(__file__).parents[2]
HALL = """
hall = "南明区办税服务厅"
city = "贵阳市"
terminal = "T0107"
adapter = "tests.tools.own_core:own"
store = "FOLDER/hall.sqlite"

[bank_pay]
account = "6217"
books = "FOLDER/books"

[links]
bank_app = "https://bank.example/app"
"""


def test_a_visitor_pays_in_a_fifth_channel_by_a_fourth_network(tmp_path: Path) -> None:
    for added in ("bank_app", "bank_pay"):
        copytree(ROOT / "tests" / "fifth" / added, tmp_path / added)
    (tmp_path / "books").mkdir()
    (tmp_path / "hall.toml").write_text(HALL.replace("FOLDER", str(tmp_path)), "utf-8")
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.fifth.visit", str(tmp_path)],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.splitlines() == [
        "tiles: bank_app",
        "flow: " + " ".join(f"bank_app.{screen}" for screen in "menu identify query tier summary pay result".split()),
        "colour: #6a1b9a",
        "order: bank_app bank_pay posted",
    ]
