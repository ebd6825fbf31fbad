"""Does something to a store again and again, each time in a fresh copy, killed one step later: `cutting WHAT FOLDER`.

A step is a file that is opened, made, renamed, linked or removed. The n-th copy is `FOLDER/cut<n>`; the last was let
live to its end.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from storage import Files
from storage.backup import back_up
from storage.holding import new_store
from storage.restoring import restore
from tests.payment.hall import NOON

STEPS = {"open", "os.rename", "os.link", "os.remove", "os.mkdir"}


def files(folder: Path) -> Files:
    return Files(folder / "hall.sqlite", folder / "hall.key")


DONE: dict[str, Callable[[Path], object]] = {
    "init": lambda folder: new_store(files(folder), os.urandom),
    "backup": lambda folder: back_up(files(folder), folder / "new backup", os.urandom),
    "restore": lambda folder: restore(files(folder), folder / "backup", NOON, os.urandom),
}


def main(what: str, folder: Path) -> None:
    for n in count(1):
        here = folder / f"cut{n}"
        shutil.copytree(folder / "origin", here)
        child = os.fork()
        if not child:
            kill_at(n, str(here))
            DONE[what](here)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            sys.exit(os.WEXITSTATUS(status))


def kill_at(n: int, folder: str) -> None:
    """Let this process die before its n-th step in the folder."""
    left = count(n - 1, -1)

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event in STEPS and any(str(arg).startswith(folder) for arg in args) and next(left) == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
