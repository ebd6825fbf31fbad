"""What an ESC/POS printer says of itself: asked by DLE EOT, answered at once, or by GS r, answered when its turn comes.

Source of the bits: Epson, ESC/POS Command Reference, "DLE EOT" and "GS r"
(download4.epson.biz/sec_pubs/pos/reference_en/escpos).
"""

from adapters.printing.streams import Stream, StreamBroken
from domain.printing.printer import Condition, worst

REAL_TIME_STATUS = b"\x10\x04"
"""DLE EOT n: n is PRINTER, OFFLINE_CAUSE, ERROR_CAUSE or PAPER_SENSOR."""
PAPER_STATUS = b"\x1d\x72\x01"
"""GS r 1: the paper sensor's word once all that came before is done. A printer that has stopped does not get to it."""
CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""DLE DC4 8: forget all that was received, and an error that can be recovered from."""
CLEARED = 3
"""Bytes that a printer answers to CLEAR, if it knows it."""

PRINTER, OFFLINE_CAUSE, ERROR_CAUSE, PAPER_SENSOR = 1, 2, 3, 4
OFF_LINE = 0x08
MEANINGS: dict[int, tuple[tuple[int, Condition], ...]] = {
    PRINTER: ((OFF_LINE, Condition.OFFLINE),),
    OFFLINE_CAUSE: ((0x04, Condition.COVER_OPEN), (0x20, Condition.NO_PAPER)),
    # A mechanical error, one of the cutter, one that cannot be recovered from. 0x40, a hot head, passes by itself.
    ERROR_CAUSE: ((0x04, Condition.JAM), (0x08, Condition.JAM), (0x20, Condition.JAM)),
    PAPER_SENSOR: ((0x60, Condition.NO_PAPER), (0x0C, Condition.LOW)),
}
STOPS = 0x04 | 0x20 | 0x40
"""Of OFFLINE_CAUSE: the cover is open, the paper has ended, an error has occurred."""

REAL_TIME_MASK, REAL_TIME_FIXED = 0x93, 0x12
PAPER_MASK, PAPER_FIXED = 0x90, 0x00
"""By their fixed bits the answers are told apart from each other and from nonsense."""
PAPER_END, PAPER_NEAR_END = 0x0C, 0x03

DRAIN = 4096
"""Bytes that nobody waits for any more, thrown away before a question."""
TURNS = 60
"""How often the printer is listened to for the answer to GS r: with a patience of 1 s, half a minute or longer."""


def ask(stream: Stream, patience: float) -> Condition:
    """How the printer is, by its answers to four questions. Raises StreamBroken after `patience` seconds of silence."""
    told: list[Condition] = []
    for question, meanings in MEANINGS.items():
        answer = _answer(stream, question, patience)
        if not _is_real_time(answer):
            return Condition.UNKNOWN
        told += [condition for bits, condition in meanings if answer & bits]
    # An open cover, an empty roll and an error take the printer offline, too: then they are what is told.
    causes = tuple(condition for condition in told if condition not in {Condition.OFFLINE, Condition.LOW})
    return worst(causes or tuple(told))


def glance(stream: Stream, patience: float) -> Condition:
    """As `ask`, with one question as long as nothing stops the printer."""
    answer = _answer(stream, OFFLINE_CAUSE, patience)
    if _is_real_time(answer) and not answer & STOPS:
        return Condition.OK
    return ask(stream, patience)


def settle(stream: Stream, patience: float) -> Condition:
    """Wait until the printer is through with all it was sent: ready if it said so, or else what stops it.

    Raises StreamBroken if it falls silent or does not come to an end.
    """
    stream.read(DRAIN, 0)
    stream.write(PAPER_STATUS)
    asked = False
    for _ in range(TURNS):
        heard = stream.read(1, patience)
        if heard and heard[0] & PAPER_MASK == PAPER_FIXED:
            return Condition.NO_PAPER if heard[0] & PAPER_END else ask(stream, patience)
        if heard and not _is_online(heard[0]):
            condition = ask(stream, patience)
            if not condition.ready:
                return condition
            stream.write(PAPER_STATUS)  # its answer may have been taken for one of the others
        if not heard and asked:
            raise StreamBroken("silent")
        if not heard:
            stream.write(REAL_TIME_STATUS + bytes([PRINTER]))
        asked = not heard
    raise StreamBroken("unsettled")


def clear(stream: Stream, patience: float) -> None:
    """Make the printer forget what it has of a document."""
    stream.write(CLEAR)
    stream.read(CLEARED, patience)


def _answer(stream: Stream, question: int, patience: float) -> int:
    stream.read(DRAIN, 0)
    stream.write(REAL_TIME_STATUS + bytes([question]))
    answer = stream.read(1, patience)
    if not answer:
        raise StreamBroken("silent")
    return answer[0]


def _is_real_time(answer: int) -> bool:
    return answer & REAL_TIME_MASK == REAL_TIME_FIXED


def _is_online(answer: int) -> bool:
    """Of an answer about PRINTER."""
    return _is_real_time(answer) and not answer & OFF_LINE
