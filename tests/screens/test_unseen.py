"""The screen is dark: flows are gone through by keys and what is spoken, and by nothing else."""

from pathlib import Path

import pytest

import main
from kit.play.probe import NotThere
from kit.play.unseen import Listener, play
from kit.play.walkthrough import Look
from kit.walks import WALKS
from kit.walks.unseen import UNSEEN, Part

PAID = {flow for flow, walk in WALKS.items() if any("phone" in stop.touches for stop in walk)}
PLAYED = ("wechat.flexible.pay_other", "tax_app.resident.pay", "unionpay.flexible.pay")
"""`./kiosk walkthrough --unseen` plays all of them."""


def test_each_channel_is_paid_by_unseen_and_ten_flows_are_gone_through() -> None:
    assert len(UNSEEN) >= 10 and UNSEEN.keys() <= WALKS.keys()
    channels = {flow.partition(".")[0] for flow in PAID}
    assert {flow.partition(".")[0] for flow in UNSEEN.keys() & PAID} == channels


@pytest.mark.parametrize("flow", PLAYED)
def test_a_payer_who_sees_nothing_pays(store: Path, tmp_path: Path, flow: str) -> None:
    look = Look(main.SIZES["1080x1920"])
    assert play([flow], tmp_path, look, lambda size: main.playground(size, store)) == 0
    heard = (tmp_path / f"{flow}.txt").read_text("utf-8")
    assert "支付成功" in heard and "(" not in heard


def test_what_is_not_spoken_is_not_found_and_what_was_heard_last_is_told(store: Path) -> None:
    with main.playground(main.SIZES["1080x1920"], store) as ground, pytest.raises(NotThere) as missing:
        Listener(ground).runs((Part("社会保险费自助缴费", ("用现金付款",)),))
    assert "nobody said “用现金付款”" in str(missing.value)
    assert "heard last: " in str(missing.value) and "tile." not in str(missing.value)


def test_a_flow_that_nobody_goes_through_so_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert play(["staff.refund"], tmp_path, Look((1, 1)), lambda size: pytest.fail("played")) == 2
    assert "staff.refund" in capsys.readouterr().out
