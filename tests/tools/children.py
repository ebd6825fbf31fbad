"""The processes that a process has started (`/proc`, Linux)."""

from pathlib import Path


def children(pid: int, word: str = "") -> list[int]:
    """Those that are at work, and whose command has this word in it if one is given."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            state, parent, *_ = (process / "stat").read_text().rpartition(")")[2].split()
            words = (process / "cmdline").read_text().split("\0")
        except OSError:  # it has gone meanwhile
            continue
        if int(parent) == pid and state != "Z" and (not word or word in words):
            found.append(int(process.name))
    return found
