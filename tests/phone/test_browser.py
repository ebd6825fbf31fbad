"""The page that a phone is shown, in a real browser: it is read, it downloads once, and then there is nothing."""

import json
import subprocess
import sys
from pathlib import Path

from tests.phone.browser import PHONE
from tests.phone.test_handover import PAPER, TITLE, Desk

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60


def test_chromium_downloads_it_once(tmp_path: Path) -> None:
    desk = Desk()
    offer = desk.offer()
    ran = subprocess.run(
        [sys.executable, "-m", "tests.phone.browser", offer.link, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        timeout=PATIENCE_S,
        check=True,
    )
    desk.listener.stop()
    seen = json.loads(ran.stdout.splitlines()[-1])
    first, second, after = seen["pages"]
    assert first == second and first["title"] == TITLE
    assert "下载至手机" in first["text"] and first["wide"] <= PHONE[0]
    assert (seen["name"], seen["mime"], seen["paper"].encode("latin-1")) == ("shebao.pdf", "application/pdf", PAPER)
    assert after["title"] == "没有可以下载的文件"
    assert [ending.value for ending in desk.ended] == ["taken"]
    assert (tmp_path / "page.png").stat().st_size > 0
