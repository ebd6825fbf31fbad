"""What may be left after a power cut: nothing that was kept is missing, and all else comes in every way there is."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.cuts.cutting import cut
from tests.cuts.disk import Disk, Folder
from tests.cuts.tracing import Call

PLACE = Path("/place")
OLD, NEW = b"o" * 1024, b"n" * 1024


def made(name: str, *arguments: str | bytes, result: int = 0) -> Call:
    return Call(name, arguments, result)


def file(name: str, content: bytes) -> list[Call]:
    """A file that is made and synced, its name not; it stays open as 3."""
    path = f"/place/{name}".encode()
    return [
        made("openat", "AT_FDCWD", path, "O_RDWR|O_CREAT", "0600", result=3),
        *written(0, content),
        made("fsync", "3"),
    ]


def written(at: int, content: bytes) -> list[Call]:
    return [made("pwrite64", "3", content, str(len(content)), str(at), result=len(content))]


def renamed(old: str, new: str) -> Call:
    return made("rename", f"/place/{old}".encode(), f"/place/{new}".encode())


KEPT = [made("openat", "AT_FDCWD", b"/place", "O_RDONLY", result=4), made("fsync", "4"), made("close", "4")]
"""The folder is synced."""

Outcome = frozenset[tuple[str, bytes]]


def left(folder: Path, calls: list[Call], deaf: str = "nobody") -> set[Outcome]:
    """All that many cuts leave, each as its files by name."""
    disk = Disk(PLACE, Folder(), frozenset([deaf]))
    for call in calls:
        disk.does(call)
    found = set[Outcome]()
    for seed in range(300):
        at = folder / str(seed)
        cut(disk.root, at, Random(seed), Counter())
        found.add(frozenset((path.name, path.read_bytes()) for path in at.iterdir()))
    return found


def only(**files: bytes) -> Outcome:
    return frozenset(files.items())


@pytest.mark.parametrize(
    ("calls", "outcomes"),
    [
        ([*file("a", OLD), *KEPT], {only(a=OLD)}),
        (file("a", OLD), {only(), only(a=OLD)}),
        (
            [*file("a", OLD), *KEPT, *written(0, NEW[:700])],
            {
                only(a=OLD),
                only(a=NEW[:700] + OLD[700:]),
                only(a=NEW[:512] + OLD[512:]),
                only(a=OLD[:512] + NEW[512:700] + OLD[700:]),
            },
        ),
        ([*file("a", OLD), *KEPT, *written(0, NEW), made("fdatasync", "3")], {only(a=NEW)}),
        ([*file("a", OLD), *KEPT, made("ftruncate", "3", "10")], {only(a=OLD), only(a=OLD[:10])}),
        ([*file("a", OLD), *KEPT, renamed("a", "b")], {only(a=OLD), only(b=OLD)}),
        ([*file("a", OLD), *KEPT, renamed("a", "b"), *KEPT], {only(b=OLD)}),
        (
            [*file("a", OLD), *file("b", NEW), *KEPT, made("unlink", b"/place/a"), renamed("b", "c")],
            {only(a=OLD, b=NEW), only(b=NEW), only(a=OLD, c=NEW), only(c=NEW)},
        ),
        (
            [*file("a", OLD), *KEPT, made("link", b"/place/a", b"/place/b"), *KEPT, made("unlink", b"/place/a")],
            {only(a=OLD, b=OLD), only(b=OLD)},
        ),
    ],
    ids=["kept", "made", "torn", "synced", "cut short", "renamed", "renamed and kept", "in any order", "linked"],
)
def test_what_is_left(tmp_path: Path, calls: list[Call], outcomes: set[Outcome]) -> None:
    assert left(tmp_path, calls) == outcomes


def test_what_a_file_grew_by_may_be_something_else(tmp_path: Path) -> None:
    found = [dict(outcome)["a"] for outcome in left(tmp_path, [*file("a", OLD), *KEPT, *written(1024, NEW)])]
    assert {content[:1024] for content in found} == {OLD}
    assert {content[1024:1536] for content in found} > {b"", NEW[:512], bytes(512)}


@pytest.mark.parametrize(("deaf", "outcomes"), [("a", {only(a=b""), only(a=OLD)}), ("", {only(), only(a=OLD)})])
def test_a_disk_that_does_not_hear(tmp_path: Path, deaf: str, outcomes: set[Outcome]) -> None:
    found = left(tmp_path, [*file("a", OLD), *KEPT], deaf)
    assert found >= outcomes
