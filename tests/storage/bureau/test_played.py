"""What `scripts/growth` plays for long, once and short. `scripts/standby` is run by hand: it takes twelve seconds."""

import json

import pytest

from tests.storage.bureau import growth


def test_each_act_is_done_with_few_payments_and_with_more(capsys: pytest.CaptureFixture[str]) -> None:
    growth.main(["--many", "20000", "--rounds", "5", "--in", "/var/tmp"])
    told = json.loads(capsys.readouterr().out)
    assert set(told["acts"]) == {"find_person", "enrolments", "owed", "paid", "payments", "post"}
