"""`kiosk reconcile` and `kiosk ask`, as staff type them: a hall, its store, and three networks on loopback."""

import json
import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import main
from adapters.pins import pin_hash
from domain.payment.order import Order
from domain.payment.states import OrderState
from domain.reconciliation.books import Bucket
from domain.reconciliation.cases import CaseState, Settled, Settlement
from kit.simulators.bills import BillFault
from storage import Files, hold_store
from tests.payment.script import ALIPAY, NETWORKS, UNIONPAY, WECHAT
from tests.reconciliation.house import DAY, at
from tests.reconciliation.played import BUCKETS, MORE, WAITING, PlayedDay, spoil

PIN = "628405"


@pytest.fixture(scope="module")
def staff() -> str:
    return f'[[staff]]\nnumber = "0107"\npin_hash = "{pin_hash(PIN)}"\n'


@pytest.fixture
def day(tmp_path: Path, staff: str, capsys: pytest.CaptureFixture[str]) -> Iterator[PlayedDay]:
    with PlayedDay(tmp_path, staff=staff).open() as day:
        capsys.readouterr()
        yield day
        with day.till() as at_hand:
            assert at_hand.store.problem() is None


def reconciled(day: PlayedDay, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    code = day.does("reconcile", "--date", f"{DAY}", "--json", *words)
    told = json.loads(capsys.readouterr().out)
    assert told["date"] == f"{DAY}"
    return code, {one["network"]: one for one in told.get("networks", [])}


def counts(told: dict[str, Any]) -> dict[str, int]:
    return {bucket: figures["count"] for bucket, figures in told["buckets"].items()}


def closed(day: PlayedDay) -> list[Order]:
    with day.till() as at_hand:
        return [order for order in at_hand.store.orders.all() if order.state is OrderState.CLOSED]


def test_a_day_with_all_buckets_at_each_network(day: PlayedDay, capsys: pytest.CaptureFixture[str]) -> None:
    day.play()
    late = closed(day)
    code, told = reconciled(day, capsys)
    assert (code, list(told)) == (1, list(NETWORKS))
    for network, one in told.items():
        assert (one["outcome"], counts(one), one["unexplained"]) == ("done", BUCKETS, WAITING)
        assert one["own_totals"] is (network != UNIONPAY)
        assert one["bill"]["count"] == sum(BUCKETS.values()) - BUCKETS["ours_only"]
        theirs, ours = one["buckets"]["theirs_only"]["net"], one["buckets"]["ours_only"]["net"]
        assert one["over"] == theirs - ours + MORE
    with day.till() as at_hand:
        taken = [at_hand.store.orders.get(order.number) for order in late]
        assert [(order.network, order.state) for order in taken] == [(name, OrderState.POSTED) for name in NETWORKS]
        assert len(at_hand.store.cases.open()) == WAITING * len(NETWORKS)
    assert reconciled(day, capsys) == (code, told)
    day.now += timedelta(days=3)
    assert reconciled(day, capsys) == (code, told)


def test_one_networks_bill_as_text(day: PlayedDay, capsys: pytest.CaptureFixture[str]) -> None:
    day.play()
    assert day.does("reconcile", "--date", f"{DAY}", "--network", "alipay") == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "alipay    2026-11-23 done"
    assert [line.split()[:3] for line in said[1:6]] == [
        ["match", "3", "878.94"],
        ["ours", "only", "1"],
        ["theirs", "only", "2"],
        ["differs", "1", "878.95"],
        ["elsewhere", "1", "878.94"],
    ]
    assert "the bill's own; 878.95 over ours" in said[6]
    ends = [line.rpartition(": ")[2] for line in said[7:]]
    assert sorted(ends) == ["explained"] + ["waits for somebody"] * WAITING


def test_what_two_of_the_staff_have_settled_is_shown_so(day: PlayedDay, capsys: pytest.CaptureFixture[str]) -> None:
    """By the report that is kept, and by the bill once more."""
    day.play()
    reconciled(day, capsys)
    with day.till() as at_hand:
        (case,) = [c for c in at_hand.store.cases.open(WECHAT) if c.why is Bucket.DIFFERS]
        settled = Settled(Settlement.CHECKED, "0108", day.now, "", "已核对")
        at_hand.store.cases.tell(case.subject, settled, day.now, "0107")
        kept = [report.since(at_hand.store.cases) for report in at_hand.store.reports.of(DAY)]
    told = reconciled(day, capsys)[1][WECHAT]
    assert told["unexplained"] == WAITING - 1
    ends = {one["number"]: (one["explained"], one["settled"]) for one in told["differences"]}
    assert ends[case.subject.reference] == (True, "checked")
    assert [end for end in ends.values() if end[1]] == [(True, "checked")]
    assert {r.network: r.unexplained for r in kept} == dict.fromkeys(NETWORKS, WAITING) | {WECHAT: WAITING - 1}
    assert day.does("reconcile", "--date", f"{DAY}", "--network", "wechat") == 1
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "settled by two" in line]
    assert case.subject.reference in line and line.endswith(": settled by two of the staff: checked")


CODES: dict[str, tuple[dict[str, BillFault], int, dict[str, str]]] = {
    "late": ({WECHAT: BillFault.LATE}, 3, {WECHAT: "not_ready"}),
    "broken": ({ALIPAY: BillFault.BROKEN, WECHAT: BillFault.LATE}, 2, {ALIPAY: "broken", WECHAT: "not_ready"}),
    "another day's": ({UNIONPAY: BillFault.OTHER_DAY}, 2, {UNIONPAY: "broken"}),
    "a line is lost": ({WECHAT: BillFault.LOST_LINE, ALIPAY: BillFault.BROKEN}, 1, {ALIPAY: "broken"}),
    "another amount": ({UNIONPAY: BillFault.WRONG_AMOUNT}, 1, {}),
    "all is well": ({}, 0, {}),
}


@pytest.mark.parametrize(("faults", "code", "outcomes"), CODES.values(), ids=CODES)
def test_what_the_exit_code_says(
    day: PlayedDay,
    capsys: pytest.CaptureFixture[str],
    faults: dict[str, BillFault],
    code: int,
    outcomes: dict[str, str],
) -> None:
    day.play_well()
    for network, fault in faults.items():
        spoil(day, network, fault)  # type: ignore[arg-type]
    done, told = reconciled(day, capsys)
    assert done == code
    assert {name: one["outcome"] for name, one in told.items()} == dict.fromkeys(NETWORKS, "done") | outcomes
    assert all(not any(counts(told[name]).values()) for name in outcomes)
    for network in NETWORKS:
        spoil(day, network, BillFault.NONE)
    assert {one["outcome"] for one in reconciled(day, capsys)[1].values()} == {"done"}


def test_before_ten_it_is_not_ready(day: PlayedDay, capsys: pytest.CaptureFixture[str]) -> None:
    day.play_well()
    day.now = at(9, 59, DAY + timedelta(days=1))
    code, told = reconciled(day, capsys)
    assert (code, {one["outcome"] for one in told.values()}) == (3, {"not_ready"})


def test_it_runs_beside_the_terminal_that_holds_the_store(day: PlayedDay, capsys: pytest.CaptureFixture[str]) -> None:
    day.play()
    files = Files(day.folder / "hall.sqlite", day.folder / "hall.key")
    with hold_store(files, terminal="T0001") as store:
        code, told = reconciled(day, capsys)
        assert code == 1
        assert len(store.cases.open()) == WAITING * len(NETWORKS)
        assert {report.network for report in store.reports.of(DAY)} == set(told)
        store.probe()
    with hold_store(files, terminal="T0001") as store:
        assert store.problem() is None


@pytest.mark.parametrize(
    "words", [("--date", "yesterday"), ("--date", "2026-11-23", "--network", "bank"), ("--date", "2026-13-01")]
)
def test_what_cannot_be_asked(day: PlayedDay, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    try:
        code = day.does("reconcile", *words)
    except SystemExit as end:
        assert isinstance(end.code, int)
        code = end.code
    assert code == 2
    assert capsys.readouterr().err


def test_the_demonstration_shows_what_its_terminal_has_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIOSK_STORE", str(tmp_path / "demo.sqlite"))
    with hold_store(Files(tmp_path / "demo.sqlite", tmp_path / "demo.key"), make=True):
        assert main.main(["reconcile", "--date", f"{DAY}"]) == 2
        assert "by itself" in capsys.readouterr().err


class TestAskingByHand:
    @pytest.fixture(autouse=True)
    def _typed(self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
        monkeypatch.setattr("getpass.getpass", lambda prompt: PIN)
        with caplog.at_level(logging.CRITICAL, "kiosk"):
            yield

    def test_money_that_is_there_is_taken_and_who_asked_is_logged(
        self, day: PlayedDay, capsys: pytest.CaptureFixture[str]
    ) -> None:
        day.play()
        for order in (late := closed(day)):
            assert day.does("ask", order.number, "--staff", "0107") == 0
            said = capsys.readouterr().out
            assert f"{order.network} says: paid, transaction " in said
            assert "the order is posted, was closed" in said
        with day.till() as at_hand:
            case = at_hand.store.cases.get(f"wechat payment {late[0].number}")
            assert case and case.state is CaseState.LOOKED_INTO
            (step,) = at_hand.store.cases.history(case.number)
            assert (step.word, step.who, step.detail.split(",")[0]) == ("query", "0107", "paid")

    def test_what_is_as_it_was(self, day: PlayedDay, capsys: pytest.CaptureFixture[str]) -> None:
        day.play_well()
        with day.till() as at_hand:
            order = at_hand.store.orders.all()[0]
        for _ in range(2):
            assert day.does("ask", order.number, "--staff", "0107") == 0
            assert "the order is posted, as before" in capsys.readouterr().out
        with day.till() as at_hand:
            assert len(at_hand.store.cases.history(f"{order.network} payment {order.number}")) == 2
            assert at_hand.store.cases.open() == ()

    def test_nobody_can_tell(self, day: PlayedDay, capsys: pytest.CaptureFixture[str]) -> None:
        day.play_well()
        with day.till() as at_hand:
            order = at_hand.store.orders.all()[0]
        day.simulators[order.network].stop()
        assert day.does("ask", order.number, "--staff", "0107") == 2
        assert "says: unclear: ConnectError" in capsys.readouterr().out
        day.simulators[order.network].start()

    def test_no_such_order(self, day: PlayedDay, capsys: pytest.CaptureFixture[str]) -> None:
        assert day.does("ask", "GZT0001", "--staff", "0107") == 1
        assert "there is no order GZT0001" in capsys.readouterr().err

    def test_whoever_is_not_admitted_asks_nothing(
        self, day: PlayedDay, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        day.play_well()
        with day.till() as at_hand:
            order = at_hand.store.orders.all()[0]
        monkeypatch.setattr("getpass.getpass", lambda prompt: "000000")
        assert day.does("ask", order.number, "--staff", "0107") == 1
        assert "not admitted: wrong" in capsys.readouterr().err
        with day.till() as at_hand:
            assert at_hand.store.cases.get(f"{order.network} payment {order.number}") is None
