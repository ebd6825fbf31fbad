"""How the terminal has ended comes to systemd, through the session and the display: what is closed stays closed."""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from domain.terminal.power import EXIT_CLOSED, EXIT_RESTART
from ui.healing import EXIT_FAILED

PACKAGING = Path(__file__).parent.parent.parent / "packaging"
KIOSK, XINIT = "/opt/shebao-kiosk/current/kiosk", "/usr/bin/xinit"


def script(path: Path, text: str) -> Path:
    path.write_text(text)
    path.chmod(0o755)
    return path


@dataclass
class Screen:
    """What systemd starts, where the display comes up at once and the terminal ends as it is told to."""

    folder: Path

    def __post_init__(self) -> None:
        script(self.folder / "kiosk", '#!/bin/sh\n[ "$WATCHDOG_PID" = $$ ] || exit 99\nexit "$ENDS"\n')
        script(self.folder / "xset", "#!/bin/sh\n")
        session = (PACKAGING / "session").read_text().replace(KIOSK, str(self.folder / "kiosk"))
        script(self.folder / "session", session)
        self.comes_up(f"{self.folder / 'session'} || true")  # xinit says nothing of its client
        screen = (PACKAGING / "screen").read_text().replace(XINIT, str(self.folder / "xinit"))
        script(self.folder / "screen", screen)

    def comes_up(self, commands: str) -> None:
        script(self.folder / "xinit", f"#!/bin/sh\n{commands}\n")

    def ends(self, code: int) -> int:
        """How it has, once the terminal has ended so."""
        path = f"{self.folder}:{os.environ['PATH']}"
        told = {"PATH": path, "XDG_RUNTIME_DIR": str(self.folder), "ENDS": str(code)}
        return subprocess.run([self.folder / "screen"], env=told, check=False, timeout=20).returncode


@pytest.mark.parametrize("code", [EXIT_RESTART, EXIT_FAILED, EXIT_CLOSED])
def test_it_is_known_how_the_terminal_has_ended(tmp_path: Path, code: int) -> None:
    screen = Screen(tmp_path)
    assert (screen.ends(EXIT_CLOSED), screen.ends(code)) == (EXIT_CLOSED, code), "an earlier end counts for nothing"


def test_a_display_that_does_not_come_up_is_begun_anew(tmp_path: Path) -> None:
    screen = Screen(tmp_path)
    (tmp_path / "ended").write_text(f"{EXIT_CLOSED}\n")
    screen.comes_up("exit 1")
    assert screen.ends(EXIT_CLOSED) == 1


def test_systemd_leaves_alone_what_is_closed_and_nothing_else() -> None:
    unit = (PACKAGING / "shebao-kiosk.service").read_text()
    assert re.findall(r"^RestartPreventExitStatus=(.*)$", unit, re.MULTILINE) == [str(EXIT_CLOSED)]
    assert "Restart=always" in unit and EXIT_RESTART == 0 and EXIT_FAILED != EXIT_CLOSED
    assert re.search(r"^ExecStart=/usr/libexec/shebao-kiosk/screen$", unit, re.MULTILINE)
