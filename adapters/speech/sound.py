"""Where samples are heard: Qt's sound, or nothing where there is none."""

from typing import Protocol

from PySide6.QtCore import QIODevice, QLoggingCategory

BUFFER_S = 0.06
"""What has been handed over and is not heard yet: as long a voice that is stopped would go on."""
BYTES = 2
"""Of a sample."""


class Sound(Protocol):
    """All of it is asked on one thread."""

    @property
    def lasts(self) -> bool:
        """Whether what is said next can be heard here as well."""
        ...

    def take(self, samples: bytes) -> int:
        """How many bytes it has taken, none while it is full; all that are silent are taken at once."""
        ...

    def hush(self) -> None:
        """Forget what is not heard yet."""
        ...


class Silence:
    """A machine without sound, for now."""

    lasts = False

    def take(self, samples: bytes) -> int:
        return len(samples)

    def hush(self) -> None: ...


class Loudspeaker:
    """The usual output. It is kept open, for to open it takes time."""

    def __init__(self, hertz: int) -> None:
        QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false")  # what pictures would need is not there
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio

        shape = QAudioFormat()
        shape.setSampleRate(hertz)
        shape.setChannelCount(1)
        shape.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        device = QMediaDevices.defaultAudioOutput()
        self.there = not device.isNull()
        if self.there:
            self._sink = QAudioSink(device, shape)
            self._fatal = QtAudio.Error.FatalError
            self._sink.setBufferSize(int(BUFFER_S * hertz) * BYTES)
            self._line: QIODevice = self._sink.start()

    @property
    def lasts(self) -> bool:
        return self._sink.error() is not self._fatal

    def take(self, samples: bytes) -> int:
        if not self.lasts:
            return len(samples)
        free = min(self._sink.bytesFree(), len(samples))
        return max(0, self._line.write(samples[: free - free % BYTES])) if free >= BYTES else 0

    def hush(self) -> None:
        self._sink.reset()
        self._line = self._sink.start()


def sound(hertz: int) -> Sound:
    """What there is now."""
    found = Loudspeaker(hertz)
    return found if found.there else Silence()
