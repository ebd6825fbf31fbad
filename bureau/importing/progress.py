"""How far a file has come, on a line of a terminal."""

from collections.abc import Callable
from typing import TextIO

WIDTH = 40


def bar(stream: TextIO) -> Callable[[int, int], None]:
    """Draws how many bytes of how many were read; nothing where nobody looks at the stream."""
    if not stream.isatty():
        return lambda done, of: None

    def draw(done: int, of: int) -> None:
        share = done / of if of else 1.0
        over = share >= 1.0
        stream.write(f"\r[{'#' * int(share * WIDTH):<{WIDTH}}] {share:4.0%}{'; comparing' if over else ''}")
        stream.write("\n" if over else "")
        stream.flush()

    return draw
