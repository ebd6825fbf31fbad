"""Logs: of an error its kind and places, nothing that it says, and no empty line."""

import logging

import pytest

from adapters.logs import Discreet


def logged(error: BaseException) -> list[str]:
    info = (type(error), error, error.__traceback__)
    record = logging.LogRecord("kiosk", logging.ERROR, __file__, 1, "out of service", None, info)
    return Discreet("%(message)s").format(record).split("\n")


def test_an_error_that_was_never_raised() -> None:
    assert logged(ValueError("520199197803150119")) == ["out of service", "ValueError at"]


def test_an_error_with_its_places() -> None:
    number = "520199197803150119"
    with pytest.raises(ValueError, match=number) as raised:
        raise ValueError(number)
    lines = logged(raised.value)
    assert lines[:2] == ["out of service", "ValueError at"] and "test_logs.py" in lines[2]
    assert all(lines) and not any(number in line for line in lines)
