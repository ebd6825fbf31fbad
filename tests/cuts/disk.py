"""A disk that knows what of it was synced: files and folders, what system calls did to them, and when they were kept.

It promises less than any file system does (POSIX: fsync): what was written stays only once its file was synced, and a
name, made, moved or removed, only once its folder was.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.cuts.tracing import Call


@dataclass(frozen=True, slots=True)
class Write:
    at: int
    data: bytes

    def pieces(self, sector: int) -> Iterator["Write"]:
        """By the disk's own bounds."""
        begin, end = self.at, self.at + len(self.data)
        while begin < end:
            until = min(end, (begin // sector + 1) * sector)
            yield Write(begin, self.data[begin - self.at : until - self.at])
            begin = until


@dataclass(slots=True)
class File:
    """`kept` is what a cut leaves for sure; `since` what was done to it afterwards: writes, and new lengths."""

    mode: int
    now: bytearray = field(default_factory=bytearray)
    kept: bytes = b""
    since: list[Write | int] = field(default_factory=list)

    def write(self, at: int, data: bytes) -> None:
        self.since.append(Write(at, data))
        put(self.now, at, data, bytes)

    def resize(self, length: int) -> None:
        self.since.append(length)
        resize(self.now, length, bytes)

    def sync(self) -> None:
        self.kept, self.since = bytes(self.now), []


@dataclass(slots=True)
class Folder:
    """`since` are changes of names, each whole or not at all; None is a name that is gone."""

    mode: int = 0o700
    now: dict[str, "Node"] = field(default_factory=dict)
    kept: dict[str, "Node"] = field(default_factory=dict)
    since: list[dict[str, "Node | None"]] = field(default_factory=list)

    def change(self, names: dict[str, "Node | None"]) -> None:
        self.since.append(names)
        self.now = named(self.now, names)

    def sync(self) -> None:
        self.kept, self.since = self.now, []


Node = File | Folder


@dataclass(slots=True)
class Open:
    """A file descriptor. `name` is the file's when it was opened; a folder has none."""

    node: Node
    name: str
    at: int = 0

    @property
    def file(self) -> File:
        assert isinstance(self.node, File)
        return self.node


@dataclass
class Disk:
    """What a folder of the machine, `place`, has come to by the calls that were made, and how much of it is kept.

    It hears no sync of a file whose name is one of `deaf`; "" is every folder.
    """

    place: Path
    root: Folder
    deaf: frozenset[str] = frozenset()
    _open: dict[int, Open] = field(default_factory=dict)

    def let_go(self) -> None:
        """The program that made the calls has ended."""
        self._open = {}

    def differs(self) -> str | None:
        """The first path at which the place itself is not what the calls say it is; None if there is none.

        What SQLite shares in memory (-shm) is written by no call, and made anew after a cut.
        """
        said, found = dict(_flat(self.root)), dict(_flat(loaded(self.place)))
        names = sorted(name for name in said.keys() | found.keys() if not name.endswith("-shm"))
        return next((name for name in names if said.get(name) != found.get(name)), None)

    def does(self, call: Call) -> None:
        """A call was about the place."""
        if call.by_name:
            getattr(self, NAMED[call.name])(call, *call.paths)
        else:
            getattr(self, f"_{call.name}")(call, self._open[call.number(0)])

    def _openat(self, call: Call, path: Path) -> None:
        flags = str(call.arguments[2]).split("|")
        node = File(0o600) if "O_TMPFILE" in flags else self._at(path)
        if node is None:
            node = File(call.number(3))
            self._folder(path).change({path.name: node})
        if isinstance(node, File) and "O_TRUNC" in flags:
            node.resize(0)
        self._open[call.result] = Open(node, "" if isinstance(node, Folder) else path.name)

    def _close(self, call: Call, opened: Open) -> None:
        del self._open[call.number(0)]

    def _lseek(self, call: Call, opened: Open) -> None:
        opened.at = call.result

    def _write(self, call: Call, opened: Open) -> None:
        opened.file.write(opened.at, call.texts[0][: call.result])
        opened.at += call.result

    def _pwrite64(self, call: Call, opened: Open) -> None:
        opened.file.write(call.number(3), call.texts[0][: call.result])

    def _sendfile(self, call: Call, opened: Open) -> None:
        source = self._open[call.number(1)].file
        begin = int(str(call.arguments[2]).partition("]")[0].removeprefix("["))
        opened.file.write(opened.at, bytes(source.now[begin : begin + call.result]))
        opened.at += call.result

    def _ftruncate(self, call: Call, opened: Open) -> None:
        opened.file.resize(call.number(1))

    def _fallocate(self, call: Call, opened: Open) -> None:
        assert call.arguments[1] == "0", "room beyond the end is not kept here"
        opened.file.resize(max(call.number(2) + call.number(3), len(opened.file.now)))

    def _fsync(self, call: Call, opened: Open) -> None:
        if opened.name not in self.deaf:
            opened.node.sync()

    _fdatasync = _fsync

    def _rename(self, call: Call, old: Path, new: Path) -> None:
        assert old.parent == new.parent, "two folders are not changed at once"
        self._folder(old).change({old.name: None, new.name: self._at(old)})

    def _link(self, call: Call, old: Path, new: Path) -> None:
        self._folder(new).change({new.name: self._at(old)})

    def _unlink(self, call: Call, path: Path) -> None:
        self._folder(path).change({path.name: None})

    def _mkdir(self, call: Call, path: Path) -> None:
        self._folder(path).change({path.name: Folder(call.number(-1))})

    def _folder(self, path: Path) -> Folder:
        folder = self._at(path.parent)
        assert isinstance(folder, Folder)
        return folder

    def _at(self, path: Path) -> Node | None:
        node: Node | None = self.root
        for part in path.relative_to(self.place).parts:
            assert isinstance(node, Folder)
            node = node.now.get(part)
        return node


NAMED = {
    "openat": "_openat",
    **dict.fromkeys(("rename", "renameat", "renameat2"), "_rename"),
    **dict.fromkeys(("link", "linkat"), "_link"),
    **dict.fromkeys(("unlink", "unlinkat", "rmdir"), "_unlink"),
    **dict.fromkeys(("mkdir", "mkdirat"), "_mkdir"),
}
"""Calls that go by a name, and what does them here."""


def put(content: bytearray, at: int, data: bytes, fill: Callable[[int], bytes]) -> None:
    """Write, as far beyond the end as may be; `fill` says what stands between."""
    resize(content, max(len(content), at + len(data)), fill)
    content[at : at + len(data)] = data


def resize(content: bytearray, length: int, fill: Callable[[int], bytes]) -> None:
    del content[length:]
    content += fill(length - len(content))


def named(names: dict[str, Node], change: dict[str, Node | None]) -> dict[str, Node]:
    """The names after a change."""
    return {name: node for name, node in {**names, **change}.items() if node is not None}


def loaded(place: Path) -> Folder:
    """As it lies on the machine's own disk."""
    folder = Folder(place.stat().st_mode & 0o7777)
    for path in place.iterdir():
        if path.is_dir():
            folder.now[path.name] = loaded(path)
        else:
            content = path.read_bytes()
            folder.now[path.name] = File(path.stat().st_mode & 0o7777, bytearray(content), content)
    folder.sync()
    return folder


def _flat(folder: Folder, above: str = "") -> Iterator[tuple[str, bytes | None]]:
    for name, node in folder.now.items():
        yield f"{above}{name}", bytes(node.now) if isinstance(node, File) else None
        if isinstance(node, Folder):
            yield from _flat(node, f"{above}{name}/")
