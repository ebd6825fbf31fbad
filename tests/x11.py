"""An X server of a test's own, which nobody sees and nobody reaches over the net."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def display_of_its_own(size: tuple[int, int] = (320, 240)) -> Iterator[dict[str, str]]:
    """The environment of who opens a window there."""
    read, write = os.pipe()
    shape = ("-geometry", f"{size[0]}x{size[1]}", "-SecurityTypes", "None", "-rfbport", "-1")
    command = ["Xvnc", "-displayfd", str(write), *shape]
    with subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as line:
            number = line.readline().strip()
        yield {**os.environ, "DISPLAY": f":{number}"}
        server.terminate()
