"""A simulated reader for identity cards: it speaks the SAM protocol at the far end of a pseudo-terminal."""

import os
import tty
from collections.abc import Callable
from contextlib import suppress
from select import select
from threading import Lock

from adapters.readers.card_text import LAYOUTS, LONG, MARK
from adapters.readers.frames import Frames, frame
from adapters.readers.sam import DONE, FOUND, NO_CARD, SIZES
from domain.identity import DocumentKind
from domain.readers.reading import Card
from domain.runtime import Runtime, Thread

FAILED = 0x81
PHOTO = bytes(1024)
MARKS = {
    DocumentKind.HK_MACAO_RESIDENCE: "J",
    DocumentKind.TAIWAN_RESIDENCE: "J",
    DocumentKind.FOREIGN_PERMANENT_RESIDENT: "Y",
}
LEAVES_S = 5.0


def text_of(card: Card, mark: str | None = None) -> bytes:
    """The 256 bytes on a card: of its kind, unless a `mark` says of which. All but name, number and birth is blank."""
    mark = MARKS.get(card.kind, "") if mark is None else mark
    layout, text = LAYOUTS[mark], bytearray(" " * (LONG // 2), "utf-16-le")
    born = card.number[6:14] if len(card.number) == 18 else f"19{card.number[7:13]}"
    written = card.name.encode("utf-16-le")
    room = layout.name[1] - layout.name[0]
    for (at, _), said in (
        (layout.name, written[:room]),
        (layout.more, written[room:]),
        (layout.number, card.number.encode("utf-16-le")),
        (layout.born, born.encode("utf-16-le")),
        (MARK, mark.encode("utf-16-le")),
    ):
        text[at : at + len(said)] = said
    return bytes(text)


class SamBoard:
    """What a reader answers, by the card that lies on it. Safe from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._text: bytes | None = None
        self._selected = False
        self._new = False
        self.asked = 0
        """How often it has been asked something."""

    def put(self, card: Card, mark: str | None = None) -> None:
        """A card is put down."""
        with self._lock:
            self._text, self._selected, self._new = text_of(card, mark), False, True

    def take_away(self) -> None:
        with self._lock:
            self._text, self._selected = None, False

    def answer(self, command: bytes) -> bytes:
        """The frame that it answers with to what a frame of ours contained."""
        with self._lock:
            self.asked += 1
            match command, self._text:
                case b"\x20\x01", _ if self._new or self._text is None:
                    self._new = False  # It takes a moment until a card is felt.
                    return _frame(NO_CARD)
                case b"\x20\x01", _:
                    return _frame(FOUND, bytes(4))
                case b"\x20\x02", bytes():
                    self._selected = True
                    return _frame(DONE, bytes(8))
                case b"\x30\x01", bytes() as text if self._selected:
                    return _frame(DONE, SIZES + text + PHOTO)
            return _frame(FAILED)


def _frame(status: int, data: bytes = b"") -> bytes:
    return frame(bytes([0, 0, status]) + data)


class SimulatedSam:
    """A board at a pseudo-terminal: `device` is what is opened as a serial line. `pulled` out it is not there."""

    def __init__(self, runtime: Runtime) -> None:
        self.board = SamBoard()
        self._near, self._far = os.openpty()
        tty.setraw(self._far)
        self.device = os.ttyname(self._far)
        self._end, self._leave = os.pipe()
        self._thread: Thread = runtime.start("simulated card reader", self._live)

    def stop(self) -> None:
        os.write(self._leave, b".")
        self._thread.join(LEAVES_S)
        for line in (self._near, self._far, self._end, self._leave):
            os.close(line)

    def _live(self) -> None:
        commands = _Commands(self.board.answer)
        while self._end not in select([self._near, self._end], [], [])[0]:
            with suppress(OSError):  # Nobody has it open.
                for answer in commands.feed(os.read(self._near, 4096)):
                    os.write(self._near, answer)


class _Commands:
    """Commands out of a stream of bytes: they have no status, so they are shorter than any answer."""

    def __init__(self, answer: Callable[[bytes], bytes]) -> None:
        self._answer = answer
        self._frames = Frames(least=COMMAND)

    def feed(self, data: bytes) -> list[bytes]:
        return [self._answer(content) for content in self._frames.feed(data)]


COMMAND = 3
"""The length that a command's frame says: command, parameter, check byte."""
