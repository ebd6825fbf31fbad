"""An X server with VNC inside, for a machine without a display."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from ui.display import DisplayError


@contextmanager
def served(size: tuple[int, int], port: int) -> Iterator[str]:
    """Run an Xvnc that only this machine can reach, at a port; yields the name of its X display.

    It ends with its last window. Raises DisplayError.
    """
    program = shutil.which("Xvnc")
    if program is None:
        raise DisplayError("There is no display here, and no Xvnc to serve one: set DISPLAY or install TigerVNC.")
    _require_free(port)
    ready, when_ready = os.pipe()
    arguments = {
        "-displayfd": str(when_ready),
        "-geometry": f"{size[0]}x{size[1]}",
        "-depth": "24",
        "-rfbport": str(port),
        "-SecurityTypes": "None",
        "-desktop": "kiosk",
    }
    refused = ("-AcceptCutText=0", "-SendCutText=0")
    command = [program, *(word for pair in arguments.items() for word in pair), *refused, "-localhost", "-terminate"]
    with os.fdopen(ready) as answer:
        # A session of its own: Ctrl-C must end the terminal first, and the display after it.
        server = subprocess.Popen(
            command,
            pass_fds=[when_ready],
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(when_ready)
        number = answer.readline().strip()
    try:
        if not number:
            raise DisplayError(f"There is no display here, and Xvnc could not serve one on port {port}.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def _require_free(port: int) -> None:
    """Raises DisplayError if another program listens on `port`: Xvnc would only say so in its log."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError as error:
            raise DisplayError(
                f"There is no display here, and the terminal cannot be served by VNC on port {port} "
                f"({error.strerror}): set KIOSK_VNC_PORT to a free one."
            ) from error
