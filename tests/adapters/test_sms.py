"""Codes by SMS in the demonstration: good once, for five minutes, and not to be found by trying."""

from itertools import count

import pytest

from adapters.simulators.sms import GOOD_FOR, TRIES, SimulatedSms
from adapters.sms import NoSms
from domain.ports import Unreachable
from tests.adapters.stand import Now

PHONE, OTHER = "19900000001", "19900000002"


@pytest.fixture
def sms(now: Now) -> SimulatedSms:
    serial = count(7)
    return SimulatedSms(now, lambda n: next(serial))


def test_a_code_is_good_once(sms: SimulatedSms) -> None:
    sms.send(PHONE)
    assert sms.last == "000007"
    assert not sms.prove(OTHER, sms.last)
    assert sms.prove(PHONE, sms.last)
    assert not sms.prove(PHONE, sms.last)


def test_a_newer_code_makes_the_older_void(sms: SimulatedSms) -> None:
    sms.send(PHONE)
    older = sms.last
    sms.send(PHONE)
    assert not sms.prove(PHONE, older)
    assert sms.prove(PHONE, sms.last)


@pytest.mark.parametrize(("seconds", "good"), [(0, True), (1, False)])
def test_a_code_is_good_for_five_minutes(sms: SimulatedSms, now: Now, seconds: int, good: bool) -> None:
    sms.send(PHONE)
    now.pass_by(seconds=GOOD_FOR.total_seconds() + seconds)
    assert sms.prove(PHONE, sms.last) is good


@pytest.mark.parametrize(("wrong", "good"), [(TRIES - 1, True), (TRIES, False)])
def test_a_code_cannot_be_found_by_trying(sms: SimulatedSms, wrong: int, good: bool) -> None:
    sms.send(PHONE)
    for _ in range(wrong):
        assert not sms.prove(PHONE, "999999")
    assert sms.prove(PHONE, sms.last) is good


def test_a_hall_without_sms_says_so() -> None:
    with pytest.raises(Unreachable):
        NoSms().send(PHONE)
    with pytest.raises(Unreachable):
        NoSms().prove(PHONE, "000007")
