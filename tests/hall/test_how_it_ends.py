"""How the terminal has ended comes to systemd, through the session and the display: what is closed stays closed."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from domain.terminal.power import EXIT_CLOSED, EXIT_RESTART
from ui.healing import EXIT_FAILED

PACKAGING = Path(__file__).parent.parent.parent / "packaging"
KIOSK = "/opt/shebao-kiosk/current/kiosk"


def script(path: Path, text: str) -> Path:
    path.write_text(text)
    path.chmod(0o755)
    return path


@pytest.fixture
def hall(tmp_path: Path) -> dict[str, str]:
    """A hall whose display starts at once, and whose terminal ends as it is told to."""
    tools = tmp_path / "bin"
    tools.mkdir()
    kiosk = script(tools / "kiosk", '#!/bin/sh\n[ "$WATCHDOG_PID" = $$ ] || exit 99\nexit "$ENDS"\n')
    script(tools / "xset", "#!/bin/sh\n")
    session = script(tmp_path / "session", (PACKAGING / "session").read_text().replace(KIOSK, str(kiosk)))
    script(tools / "xinit", f"#!/bin/sh\n{session} || true\n")  # as xinit does: it says nothing of its client
    return {"PATH": f"{tools}:{os.environ['PATH']}", "RUNTIME_DIRECTORY": str(tmp_path)}


@pytest.mark.parametrize("code", [EXIT_RESTART, EXIT_FAILED, EXIT_CLOSED])
def test_it_is_known_how_the_terminal_has_ended(hall: dict[str, str], code: int) -> None:
    for ends in (EXIT_CLOSED, code):  # What is left of an earlier end counts for nothing.
        ran = subprocess.run([PACKAGING / "start"], env={**hall, "ENDS": str(ends)}, check=False, timeout=20)
        assert ran.returncode == ends


def test_a_display_that_does_not_start_is_begun_anew(hall: dict[str, str], tmp_path: Path) -> None:
    script(tmp_path / "bin" / "xinit", "#!/bin/sh\nexit 1\n")
    (tmp_path / "ended").write_text(f"{EXIT_CLOSED}\n")
    assert subprocess.run([PACKAGING / "start"], env=hall, check=False, timeout=20).returncode == 1


def test_systemd_leaves_alone_what_is_closed_and_nothing_else() -> None:
    unit = (PACKAGING / "shebao-kiosk.service").read_text()
    assert re.findall(r"^RestartPreventExitStatus=(.*)$", unit, re.MULTILINE) == [str(EXIT_CLOSED)]
    assert "Restart=always" in unit and EXIT_RESTART == 0 and EXIT_FAILED != EXIT_CLOSED
    assert re.search(r"^ExecStart=/usr/libexec/shebao-kiosk/start$", unit, re.MULTILINE)
