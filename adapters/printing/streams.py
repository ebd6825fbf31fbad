"""Byte streams to a printer: one interface whatever carries the bytes, and the serial line."""

import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

import serial  # type: ignore[import-untyped]  # pyserial ships no types


class StreamBroken(Exception):
    """Nothing goes through: it cannot be opened, was cut off, or the other end takes or says nothing."""


class Stream(Protocol):
    """Bytes to and from one printer, for one thread at a time.

    `write` and `read` raise StreamBroken; nothing but `close` makes sense after that.
    """

    def write(self, data: bytes) -> None:
        """Hand over all of it; what the other end does not take within seconds breaks the stream."""
        ...

    def read(self, size: int, timeout: float) -> bytes:
        """Up to `size` bytes: all of them as soon as they are there, what there is after `timeout` seconds."""
        ...

    def close(self) -> None:
        """Never raises; may be called again."""
        ...


class SerialStream:
    """A serial line: `/dev/rfcommN`, a USB adapter, a pseudo-terminal. Raises StreamBroken if it cannot be opened.

    `write_timeout` is in seconds, for each write.
    """

    def __init__(self, port: str, baudrate: int = 115_200, write_timeout: float = 5.0) -> None:
        with _lost_lines():
            self._serial = serial.Serial(port, baudrate, write_timeout=write_timeout, exclusive=True)

    def write(self, data: bytes) -> None:
        """As `Stream` says."""
        with _lost_lines():
            self._serial.write(data)

    def read(self, size: int, timeout: float) -> bytes:
        """As `Stream` says."""
        with _lost_lines():
            self._serial.timeout = timeout
            return bytes(self._serial.read(size))

    def close(self) -> None:
        """As `Stream` says. What nobody has taken by now is dropped: the kernel would wait half a minute for it."""
        if self._serial.is_open:
            with suppress(*LINE_ERRORS):  # a line that is gone holds nothing
                self._serial.reset_output_buffer()
            self._serial.close()


LINE_ERRORS = (OSError, termios.error)
"""What pyserial lets through: its own exceptions are OSErrors, those of the terminal driver are not."""


@contextmanager
def _lost_lines() -> Iterator[None]:
    try:
        yield
    except LINE_ERRORS as error:
        raise StreamBroken(type(error).__name__) from error
