"""The system calls by which a program changes files, as strace (Debian: strace) sees them."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

BY_DESCRIPTOR = ("close", "lseek", "write", "pwrite64", "sendfile", "ftruncate", "fallocate", "fsync", "fdatasync")
BY_NAME = (
    *("openat", "rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir"),
)
"""Some machines have only some of those that mean the same."""
WHOLE = 1 << 24
"""Bytes of an argument that are written down: more than any has."""
LINE = re.compile(r"(\w+)\((.*)\) += (\d+)$")


@dataclass(frozen=True, slots=True)
class Call:
    """A call that succeeded. Its texts and buffers are bytes, all else is as strace writes it."""

    name: str
    arguments: tuple[str | bytes, ...]
    result: int

    @property
    def by_name(self) -> bool:
        """Whether its texts are paths; else its first argument is a file descriptor."""
        return self.name in BY_NAME

    @property
    def texts(self) -> list[bytes]:
        """Paths and buffers, in order."""
        return [argument for argument in self.arguments if isinstance(argument, bytes)]

    @property
    def paths(self) -> list[Path]:
        return [Path(os.fsdecode(text)) for text in self.texts]

    def number(self, nth: int) -> int:
        """An argument that is one; in octal if it begins with 0, as modes do."""
        said = str(self.arguments[nth])
        return int(said, 8 if said.startswith("0") else 10)


class CannotTrace(Exception):
    """Why system calls cannot be seen here, in a sentence."""


def insist() -> None:
    """Raise CannotTrace unless programs can be traced here."""
    if shutil.which("strace") is None:
        raise CannotTrace("there is no strace here")
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, text=True)
    if tried.returncode:
        raise CannotTrace(f"strace may not trace here: {tried.stderr.strip()}")


def traced(command: Sequence[str], to: Path, kill_at: tuple[str, int] | None = None) -> None:
    """Run a program, its calls written down in the file `to`. What it prints is a call like others.

    `kill_at` ends it by SIGKILL as it begins the n-th call of a name. Raises CannotTrace, CalledProcessError.
    """
    insist()
    kill = [] if kill_at is None else [f"--inject={kill_at[0]}:signal=KILL:when={kill_at[1]}"]
    names = ",".join(f"?{name}" for name in BY_NAME + BY_DESCRIPTOR)
    strace = ["strace", "-xx", "-s", str(WHOLE), "-o", str(to), "-e", f"trace={names}", *kill]
    done = subprocess.run([*strace, *command], stdout=subprocess.DEVNULL)
    if done.returncode not in {0, -9}:
        done.check_returncode()


def calls(trace: Path, place: Path, said: int) -> Iterator[Call]:
    """Those about a folder, or what is in it, and what was written to the descriptor `said`; in order.

    One thread is seen: whoever traces makes no second.
    """
    begin, opened = bytes(place) + b"/", set[str]()
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            if not (found := LINE.match(line)):
                continue
            call = Call(found[1], tuple(map(_argument, found[2].split(", "))), int(found[3]))
            if call.by_name:
                about = all((path + b"/").startswith(begin) for path in call.texts)
            else:
                descriptor = call.arguments[0]
                about = descriptor in opened or (call.name, descriptor) == ("write", str(said))
            if call.name == "openat":
                (opened.add if about else opened.discard)(str(call.result))
            if about:
                yield call


def _argument(said: str) -> str | bytes:
    return bytes.fromhex(said[1:-1].replace("\\x", "")) if said.startswith('"') else said
