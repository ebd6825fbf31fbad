"""Where the window is shown: on the display there is or, where there is none, by VNC to this machine only.

Qt's own VNC plugin listens on every address without a password, and falls over when a viewer asks for a picture before
it names a pixel format; so the window goes to Xvnc (Debian: tigervnc-standalone-server), an X server with VNC inside.
"""

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path

PORT = 5900
"""Where the terminal is served when there is no display; KIOSK_VNC_PORT in the environment names another."""
VIEWED = (1920, 1080)
"""As large as this a served picture may be at first. The window fits itself into it; a viewer may make it another."""
DOCKS = {False: 1060, True: 1400}
"""How wide Dock.qml is at least beside an upright and a wide terminal."""


class DisplayError(Exception):
    """The window cannot be shown. The message says why, in one line for whoever starts the terminal."""


def unseen(environ: MutableMapping[str, str]) -> None:
    """For playing and timing, which need a window and nobody who looks: without a display, draw off the screen."""
    if not environ.get("DISPLAY") and not environ.get("WAYLAND_DISPLAY"):
        environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        environ.setdefault("QT_QUICK_BACKEND", "software")


def viewed(size: tuple[int, int], dock: bool) -> tuple[int, int]:
    """The pixels in which a viewer sees a terminal of `size`, with the dock beside it if there is one."""
    wide = size[0] > size[1]
    high = 1920 if not wide else 1152 if size[0] < 1.5 * size[1] else 1080
    width, height = size[0] + dock * DOCKS[wide] * size[1] / high, size[1]
    fit = min(VIEWED[0] / width, VIEWED[1] / height)
    return round(width * fit), round(height * fit)


@contextmanager
def display(environ: MutableMapping[str, str], size: tuple[int, int], dri: Path = Path("/dev/dri")) -> Iterator[str]:
    """Give Qt, by `environ`, a display of `size` pixels if there is none. Yields a sentence for the console or "".

    Enter before Qt's application is made and leave after it is gone. What `environ` already says is kept: a terminal
    that draws straight to its screen sets QT_QPA_PLATFORM=eglfs. Without `dri` there is no GPU and Qt Quick draws by
    software. Raises DisplayError.
    """
    platform = environ.get("QT_QPA_PLATFORM", "")
    if platform.startswith("vnc"):
        raise DisplayError("Qt's VNC server would let everybody in: unset QT_QPA_PLATFORM and it is served safely.")
    if platform in ("offscreen", "linuxfb", "minimal") or not dri.exists():
        environ.setdefault("QT_QUICK_BACKEND", "software")
    if platform or environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        yield ""
        return
    from ui.xvnc import served

    port = _port(environ.get("KIOSK_VNC_PORT", str(PORT)))
    with served(size, port) as name:
        environ["DISPLAY"] = name
        # A session bus that libdbus starts for this display would outlive a killed terminal, and keep the display.
        environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        try:
            yield f"There is no display here. To look at the terminal: vncviewer 127.0.0.1::{port}"
        finally:
            del environ["DISPLAY"]


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise DisplayError(f"KIOSK_VNC_PORT is {text!r}; it has to be a port from 1 to 65535.")
    return int(text)
