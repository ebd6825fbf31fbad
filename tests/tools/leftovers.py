"""What of a visitor stands in a terminal's memory, as another process reads it (`/proc/PID/mem`, Linux)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")
"""Python keeps a text with one, two or four bytes a character (one: the same as UTF-8 for figures), Qt with two."""
MAPPING = re.compile(r"([0-9a-f]+)-([0-9a-f]+) r(w?)\S* \S+ \S+ \S+ *(.*)")
CONTEXT = 48


@dataclass(frozen=True, slots=True)
class Found:
    """One copy: how it is written, in which mapping at what address, and what stands around it."""

    text: str
    encoding: str
    mapping: str
    address: int
    around: bytes

    def __str__(self) -> str:
        return f"{self.encoding:9} {self.mapping or 'anonymous':10} {self.address:#x} {self.around!r}"


def leftovers(pid: int, *texts: str) -> list[Found]:
    """Every copy of the texts in what the process may write to."""
    return [found for start, mapping, memory in _memory(pid) for found in _found(start, mapping, memory, texts)]


def _memory(pid: int) -> Iterator[tuple[int, str, bytes]]:
    maps = Path(f"/proc/{pid}/maps").read_text().splitlines()
    with Path(f"/proc/{pid}/mem").open("rb") as memory:
        for line in maps:
            match = MAPPING.match(line)
            if not match or not match[3] or match[4].startswith("/dev/"):
                continue
            start, end = int(match[1], 16), int(match[2], 16)
            try:
                memory.seek(start)
                yield start, match[4], memory.read(end - start)
            except OSError:  # it has gone meanwhile
                continue


def _found(start: int, mapping: str, memory: bytes, texts: tuple[str, ...]) -> Iterator[Found]:
    for text in texts:
        for written, encoding in {text.encode(encoding): encoding for encoding in ENCODINGS}.items():
            at = memory.find(written)
            while at >= 0:
                around = memory[max(0, at - CONTEXT) : at + len(written) + CONTEXT]
                yield Found(text, encoding, mapping, start + at, around)
                at = memory.find(written, at + 1)
