"""Codes by SMS in the demonstration: good once, for five minutes, and not to be found by trying."""

from datetime import timedelta
from itertools import count

import pytest

from adapters.sms import NoSms
from domain.identity.sms import GOOD_FOR, SENDS, TRIES
from domain.ports import Unreachable
from kit.simulators.sms import SimulatedSms
from tests.adapters.stand import Now

PHONE, OTHER = "19900000001", "19900000002"


@pytest.fixture
def sms(now: Now) -> SimulatedSms:
    serial = count(7)
    return SimulatedSms(now, lambda n: next(serial))


def test_a_code_is_good_once(sms: SimulatedSms) -> None:
    sms.send(PHONE)
    assert sms.last == "000007"
    assert not sms.proves(OTHER, sms.last)
    assert sms.proves(PHONE, sms.last) and sms.proves(PHONE, sms.last)
    sms.spend(PHONE)
    assert not sms.proves(PHONE, sms.last) and not sms.proves(PHONE, "")


def test_a_newer_code_makes_the_older_void(sms: SimulatedSms, now: Now) -> None:
    sms.send(PHONE)
    older = sms.last
    now.pass_by(seconds=60)
    assert sms.send(PHONE) == timedelta(0)
    assert not sms.proves(PHONE, older)
    assert sms.proves(PHONE, sms.last)


@pytest.mark.parametrize(("seconds", "good"), [(0, True), (1, False)])
def test_a_code_is_good_for_five_minutes(sms: SimulatedSms, now: Now, seconds: int, good: bool) -> None:
    sms.send(PHONE)
    now.pass_by(seconds=GOOD_FOR.total_seconds() + seconds)
    assert sms.proves(PHONE, sms.last) is good


@pytest.mark.parametrize(("wrong", "good"), [(TRIES - 1, True), (TRIES, False)])
def test_a_code_cannot_be_found_by_trying(sms: SimulatedSms, wrong: int, good: bool) -> None:
    sms.send(PHONE)
    for _ in range(wrong):
        assert not sms.proves(PHONE, "999999")
    assert sms.proves(PHONE, sms.last) is good


def test_a_phone_is_not_called_up_without_end(sms: SimulatedSms, now: Now) -> None:
    """A minute between two codes, five in a day; another phone is another matter."""
    for _ in range(SENDS):
        assert sms.send(PHONE) == timedelta(0)
        now.pass_by(seconds=59)
        assert sms.send(PHONE) == timedelta(seconds=1)
        now.pass_by(seconds=1)
    last = sms.last
    assert sms.send(PHONE) == timedelta(hours=24) - timedelta(minutes=SENDS)
    assert sms.last == last
    assert sms.send(OTHER) == timedelta(0)
    now.pass_by(seconds=24 * 3600)
    assert sms.send(PHONE) == timedelta(0)


def test_a_hall_without_sms_says_so() -> None:
    with pytest.raises(Unreachable):
        NoSms().send(PHONE)
    with pytest.raises(Unreachable):
        NoSms().proves(PHONE, "000007")
