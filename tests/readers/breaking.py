"""A line on which answers are broken on their way: bits turn over, bytes are lost, doubled, put in, or cut off."""

from collections.abc import Callable
from datetime import date
from random import Random

from adapters.printing.streams import StreamBroken
from adapters.readers.frames import Frames
from adapters.readers.sam import SamProtocol
from domain.identity import DocumentKind
from domain.readers.reading import Card
from kit.simulators.sam import COMMAND, SamBoard

TODAY = date(2026, 11, 24)
CARDS = (
    (Card(DocumentKind.RESIDENT_ID, "520199197803150119", "张建国"), ""),
    (Card(DocumentKind.HK_MACAO_RESIDENCE, "810000199408230021", "何家辉"), "J"),
    (Card(DocumentKind.FOREIGN_PERMANENT_RESIDENT, "932682198501010017", "SMITH, JOHN ALEXANDER MONTGOMERY FIT"), "Y"),
    (Card(DocumentKind.FOREIGN_PERMANENT_RESIDENT, "KAZ110090123105", "DOE, JANE"), "I"),
)

Breaking = Callable[[Random, bytearray], None]


def flip(chance: Random, data: bytearray) -> None:
    """Some bits turn over."""
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def lose(chance: Random, data: bytearray) -> None:
    """Some bytes are lost."""
    at = chance.randrange(len(data))
    del data[at : at + chance.randint(1, 40)]


def repeat(chance: Random, data: bytearray) -> None:
    """Some bytes come twice."""
    at = chance.randrange(len(data))
    data[at:at] = data[at : at + chance.randint(1, 40)]


def intrude(chance: Random, data: bytearray) -> None:
    """Noise among them."""
    at = chance.randrange(1, len(data))
    data[at:at] = chance.randbytes(chance.randint(1, 40))


def cut(chance: Random, data: bytearray) -> None:
    """It ends too early."""
    del data[chance.randrange(len(data)) :]


def burst(chance: Random, data: bytearray) -> None:
    """A part of it is noise."""
    at = chance.randrange(len(data))
    size = min(chance.randint(2, 40), len(data) - at)
    data[at : at + size] = chance.randbytes(size)


def swap(chance: Random, data: bytearray) -> None:
    """Two bytes change places: what an exclusive or does not notice."""
    one, other = chance.randrange(len(data)), chance.randrange(len(data))
    data[one], data[other] = data[other], data[one]


def lie(chance: Random, data: bytearray) -> None:
    """The length says something else."""
    data[5:7] = chance.randbytes(2)


BREAKINGS: tuple[Breaking, ...] = (flip, lose, repeat, intrude, cut, burst, swap, lie)


class BrokenLine:
    """Implements `Stream`: a board at the other end, every answer of which is broken on its way to us."""

    def __init__(self, board: SamBoard, chance: Random, most: int) -> None:
        """Of the answers to one reading the first `most` that are long are broken."""
        self._board, self._chance, self._left = board, chance, most
        self._commands = Frames(least=COMMAND)
        self._coming = b""

    def write(self, data: bytes) -> None:
        for command in self._commands.feed(data):
            self._coming += self._spoilt(self._board.answer(command))

    def read(self, size: int, timeout: float) -> bytes:
        data, self._coming = self._coming[:size], self._coming[size:]
        return data

    def close(self) -> None:
        self._coming = b""

    def _spoilt(self, answer: bytes) -> bytes:
        if len(answer) < 100 or self._left == 0:
            return answer
        self._left -= 1
        broken = bytearray(answer)
        while answer in broken:  # noise around a whole frame breaks nothing
            self._chance.choice(BREAKINGS)(self._chance, broken)
        return bytes(broken)


class Steps:
    """A clock that goes on by a second whenever it is looked at: nobody waits for what does not come."""

    def __init__(self) -> None:
        self._now = 0.0

    def __call__(self) -> float:
        self._now += 0.25
        return self._now


def read_broken(chance: Random, most: int) -> tuple[Card, Card | None]:
    """A card is put down and read over a line that breaks what it says: which it was, and what was read."""
    card, mark = chance.choice(CARDS)
    board = SamBoard()
    board.put(card, mark)
    protocol = SamProtocol(BrokenLine(board, chance, most), Steps())
    try:
        return card, protocol.reads(TODAY) if protocol.finds() or protocol.finds() else None
    except StreamBroken:
        return card, None
