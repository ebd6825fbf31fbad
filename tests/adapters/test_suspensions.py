"""What staff have taken out of service, as it outlasts the program; and what nobody can read any more."""

import json
import logging
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.suspensions import NAME, SuspensionFile
from domain.terminal.suspensions import KEPT, WHOLE, Message, Suspending, Suspensions
from tests.payment.hall import NOON

HOUR = timedelta(hours=1)


class Desk:
    """A terminal's file and the time there; begun anew as often as one likes."""

    def __init__(self, folder: Path) -> None:
        self.file, self.now = folder / NAME, NOON

    def begins(self) -> Suspensions:
        return Suspensions(SuspensionFile(self.file), lambda: self.now)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_it_outlasts_the_program_and_ends_by_itself(desk: Desk) -> None:
    first = desk.begins()
    assert (first.standing(), desk.file.exists()) == ((), False)
    Suspending(first, "0001").suspend("wechat", Message.UPGRADE, NOON + HOUR)
    desk.now += HOUR / 2
    again = desk.begins()
    found = again.of("wechat")
    assert found and (found.message, found.by, found.until) == (Message.UPGRADE, "0001", NOON + HOUR)
    assert again.of("alipay") is None and desk.file.stat().st_mode & 0o077 == 0
    desk.now = NOON + HOUR
    assert (again.of("wechat"), desk.begins().standing()) == (None, ())
    (told,) = desk.begins().between(NOON - HOUR, desk.now + HOUR)
    assert (told.over(desk.now), told.ended) == (NOON + HOUR, None)


def test_by_hand_and_anew(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    one = desk.begins()
    with caplog.at_level(logging.WARNING, "kiosk.staff"):
        one.suspend(WHOLE, Message.MAINTENANCE, None, "0001")
        desk.now += HOUR
        one.suspend(WHOLE, Message.DONE, NOON + 3 * HOUR, "0002")
        desk.now += HOUR
        one.resume(WHOLE, "0003")
    first, second = desk.begins().between(NOON, desk.now)
    assert (first.over(desk.now), first.ended_by, second.over(desk.now)) == (NOON + HOUR, "0002", desk.now)
    assert (second.ended_by, one.standing()) == ("0003", ())
    said = [record.getMessage() for record in caplog.records]
    assert [word in line for word, line in zip(("0001", "0002", "0003"), said, strict=True)] == [True] * 3
    assert one.between(NOON - 2 * HOUR, NOON) == ()


def test_what_is_long_over_goes(desk: Desk) -> None:
    one = desk.begins()
    one.suspend("wechat", Message.MAINTENANCE, NOON + HOUR, "0001")
    one.suspend("alipay", Message.MAINTENANCE, None, "0001")
    desk.now += KEPT + 2 * HOUR
    one.suspend("matter.pay", Message.MAINTENANCE, None, "0001")
    assert [entry["what"] for entry in json.loads(desk.file.read_text())] == ["alipay", "matter.pay"]


DAMAGED = {
    "cut off": b'[{"what": "wechat"',
    "nothing in it": b"",
    "of somebody else": b'{"a": 1}',
    "a message that nobody knows": b'[{"what":"wechat","message":"x","since":"2026-11-23T12:00:00+08:00","until":null,'
    b'"by":"1","ended":null,"ended_by":""}]',
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_what_cannot_be_read_closes_all_until_staff_have_looked(
    desk: Desk, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    desk.file.write_bytes(content)
    with caplog.at_level(logging.ERROR, "kiosk.staff"):
        one = desk.begins()
    found = one.of(WHOLE)
    assert found and (found.message, found.until, found.by) == (Message.UNREAD, None, "")
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert desk.file.read_bytes() == content, "it is not written over before somebody has decided"
    one.resume(WHOLE, "0001")
    assert (one.standing(), desk.begins().standing()) == ((), ())


def test_a_file_that_cannot_be_opened_or_written(desk: Desk) -> None:
    desk.file.mkdir()
    one = desk.begins()
    assert one.of(WHOLE)
    with pytest.raises(OSError):
        one.resume(WHOLE, "0001")
    assert one.of(WHOLE), "what could not be written down did not happen"
