"""What docs/accessibility.md says can be done, done with the terminal as it is started."""

import re
import signal
import subprocess
import sys
from pathlib import Path

from kit.bus.atspi import at_spi
from kit.bus.house import ROOT, started
from kit.bus.visitor import Visitor
from tests.tools.children import children

PAGE = ROOT / "docs" / "accessibility.md"


def test_the_page_s_example_reads_home_and_nothing_is_left(address: str, tmp_path: Path) -> None:
    [example] = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    with started(["main.py", "run"], address, tmp_path) as process, at_spi(address) as bus:
        Visitor(bus).arrives("社会保险费自助缴费")
        said = subprocess.run(
            [sys.executable, "-c", example],
            cwd=ROOT,
            env={"AT_SPI_BUS_ADDRESS": address, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=True,
        )
        helpers = children(process.pid)
        process.send_signal(signal.SIGTERM)
        assert process.wait() == 0
        assert [program.name for program in bus.applications()] == []
    assert said.stdout.startswith("frame 社会保险费自助缴费\n")
    assert {"heading 社会保险费自助缴费", "push button 帮助"} <= {*said.stdout.splitlines()}
    assert helpers, "its X server"
    assert [pid for pid in helpers if Path(f"/proc/{pid}").exists()] == []
