"""What the scripts play for hours, once and short: `scripts/standby`, `scripts/growth`."""

import json

import pytest

from tests.storage.bureau import growth, standby


def test_a_standby_takes_over_twice_and_a_backup_is_brought_to_a_moment(capsys: pytest.CaptureFixture[str]) -> None:
    assert standby.main(["--terminals", "3", "--payments", "15"]) == 0
    said = capsys.readouterr().out
    assert said.count("is promoted: 0 missing") == said.count("is its standby") == 2
    assert said.endswith("the posting before it is there 1 times, that after it 0 times\n")


def test_each_act_is_done_with_few_payments_and_with_more(capsys: pytest.CaptureFixture[str]) -> None:
    growth.main(["--many", "20000", "--rounds", "5", "--in", "/var/tmp"])
    told = json.loads(capsys.readouterr().out)
    assert set(told["acts"]) == {"find_person", "enrolments", "owed", "paid", "payments", "post"}
