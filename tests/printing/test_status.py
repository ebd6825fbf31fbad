"""The answer to GS r comes when its turn comes; meanwhile the printer is asked whether it is still there."""

from dataclasses import dataclass, field

import pytest

from adapters.printing.status import settle
from adapters.printing.streams import StreamBroken
from domain.printing.printer import Condition

PATIENCE = 0.5
ONLINE, OFFLINE, PAPER, NEAR_END, END = b"\x12", b"\x1a", b"\x00", b"\x03", b"\x0f"
WELL = [b"\x12"] * 4
NOTHING = b""


@dataclass
class Script:
    """A line where these answers come, one for each time it is listened to, and then none."""

    answers: list[bytes]
    written: list[bytes] = field(default_factory=list)

    def write(self, data: bytes) -> None:
        self.written.append(data)

    def read(self, size: int, timeout: float) -> bytes:
        return self.answers.pop(0) if self.answers and timeout else NOTHING

    def close(self) -> None:
        self.answers.clear()


@pytest.mark.parametrize(
    ("answers", "condition", "asked"),
    [
        pytest.param([PAPER, *WELL], Condition.OK, 1, id="at once"),
        pytest.param([NEAR_END, b"\x12", b"\x12", b"\x12", b"\x1e"], Condition.LOW, 1, id="near the end"),
        pytest.param([END], Condition.NO_PAPER, 1, id="paper has just ended"),
        pytest.param([NOTHING, ONLINE, NOTHING, ONLINE, PAPER, *WELL], Condition.OK, 1, id="after a while"),
        pytest.param([NOTHING, PAPER, *WELL], Condition.OK, 1, id="just when it was asked"),
        pytest.param([NOTHING, OFFLINE, *WELL, PAPER, *WELL], Condition.OK, 2, id="it was stopped for a moment"),
        pytest.param([NOTHING, OFFLINE, OFFLINE, b"\x16", b"\x12", b"\x12"], Condition.COVER_OPEN, 1, id="stopped"),
        pytest.param([b"\xff", b"\xff"], Condition.UNKNOWN, 1, id="nonsense"),
    ],
)
def test_what_comes_decides(answers: list[bytes], condition: Condition, asked: int) -> None:
    line = Script(answers)
    assert settle(line, PATIENCE) is condition
    assert not line.answers
    assert line.written.count(b"\x1dr\x01") == asked


@pytest.mark.parametrize("answers", [[], [NOTHING, ONLINE], [NOTHING, ONLINE] * 1000])
def test_silence_and_no_end(answers: list[bytes]) -> None:
    with pytest.raises(StreamBroken):
        settle(Script(answers), PATIENCE)
