"""What a screen looks at by itself, every second or so, is what stands there then; and it stops when it is left."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer

from domain.certificates.certificate import CertificateKind
from domain.flows.visit import Certifying, Identity, Paying, Visit
from domain.payment import events
from domain.payment.network import Paid, Presented, Unclear
from domain.people.insurance import Scheme
from domain.printing.printer import Condition
from tests.certificates.room import PAGE_S, PrintRoom
from tests.payment.hall import NOON, Hall, bill_of
from tests.payment.script import ScriptedNetwork
from tests.viewmodels.conftest import Ended
from tests.viewmodels.news import News
from tests.viewmodels.visits import SOMEBODY, known, pays
from viewmodels.parts import Parts
from viewmodels.steps.document import DocumentViewModel
from viewmodels.words.print_phases import Phase

Until = Callable[[Callable[[], bool]], None]
PAID_NOW = Paid("4200001", NOON)
NIGHT = NOON + timedelta(hours=11)


def running(screen: QObject) -> dict[int, QTimer]:
    """Its timers, by how often they ring (ms)."""
    return {timer.interval(): timer for timer in screen.findChildren(QTimer) if timer.isActive()}


def ring(screen: QObject, every_ms: int) -> None:
    running(screen)[every_ms].timeout.emit()


def test_a_closed_channel_counts_the_minutes(show: Callable[..., Any], hall: Hall) -> None:
    hall.now = NIGHT
    closed = show("unionpay.closed", Visit("unionpay"))
    assert closed.property("nowText") == "现在 23:00"
    assert closed.property("share") == pytest.approx(10 / 80)
    hall.later(minutes=40)
    ring(closed, 1000)
    assert closed.property("nowText") == "现在 23:40" and closed.property("share") == pytest.approx(50 / 80)


def test_a_menu_says_that_the_printers_have_stopped_and_that_they_go_again(
    show: Callable[..., Any], parts: Parts
) -> None:
    news = News({})
    shop = replace(parts.print_shop, news=news)
    menu = show("wechat.menu", Visit("wechat", who=Identity(SOMEBODY)), replace(parts, print_shop=shop))

    def captions() -> set[str]:
        return {row["caption"] for group in menu.property("groups") for row in group["rows"]}

    before, seen = captions(), []
    for known_of in ({"a4": Condition.JAM, "roll": Condition.OK}, {"a4": Condition.JAM, "roll": Condition.JAM}, {}):
        news.known = known_of
        ring(menu, 2000)
        seen.append(captions() - before)
    assert seen == [{"A4 打印机卡纸，可以用蓝牙打印机"}, {"打印机卡纸，请叫工作人员取出卡住的纸"}, set()]


@pytest.fixture
def news() -> News:
    return News({"a4": Condition.OK})


@pytest.fixture
def paper(show: Callable[..., Any], parts: Parts, hall: Hall, news: News, until: Until) -> DocumentViewModel:
    """A certificate that can be printed."""
    counter, zhang = parts.desk.certificates.counter, known(hall, "张建国")
    issued = counter.book.issue(counter.draft(CertificateKind.PAYMENT, zhang, counter.lines(zhang), "2026年"))
    visit = Visit("wechat", who=Identity(zhang), business=Certifying(zhang, certificate=issued.number))
    screen = show("wechat.payment_document", visit, replace(parts, print_shop=replace(parts.print_shop, news=news)))
    until(lambda: screen.property("primaryEnabled"))
    assert isinstance(screen, DocumentViewModel)
    return screen


def test_a_paper_says_which_printers_can_print(paper: DocumentViewModel, news: News) -> None:
    news.known = {"a4": Condition.COVER_OPEN, "roll": Condition.JAM}
    ring(paper, 1000)
    assert not paper.property("primaryEnabled")
    assert paper.choice.property("outOfOrder") == "打印机盖子没有关好，请叫工作人员关好打印机的盖子"
    paper.leave("cancelled")
    assert running(paper) == {}


def test_a_print_is_followed_until_it_is_over(
    paper: DocumentViewModel, news: News, room: PrintRoom, until: Until
) -> None:
    paper.primary()
    assert set(running(paper)) == {1000}
    until(lambda: paper.state.phase is Phase.PRINTING)
    assert (set(running(paper)), news.asked) == ({1000, 500}, 0)
    room.pass_by(PAGE_S)
    for _ in range(2):
        ring(paper, 500)
    until(lambda: paper.state.phase is Phase.PRINTED)
    assert (set(running(paper)), news.asked) == ({1000}, 1)


def test_a_result_is_read_until_it_is_entered(
    show: Callable[..., Any], hall: Hall, network: ScriptedNetwork, parts: Parts, until: Until
) -> None:
    network.will(("create", Presented("a code")))
    order = hall.start()
    order = hall.store.orders.move(order, events.Paid("4200001", NOON), hall.now)
    paid = Paying(Scheme.FLEXIBLE, bills=order.bills, order=order.number)
    result = show("wechat.result", pays("wechat", known(hall, "张建国"), paid))
    until(lambda: result.property("outcome") == "pending")
    hall.store.orders.move(order, events.Posted("520000000000000999"), hall.now)
    ring(result, parts.till.poll_ms)
    until(lambda: result.property("outcome") == "posted")
    assert set(running(result)) == {1000}, "the printers of its slip"


def test_a_code_is_counted_down_and_asked_about_until_it_is_left(
    show: Callable[..., Any], hall: Hall, network: ScriptedNetwork, parts: Parts, ended: Ended, until: Until
) -> None:
    network.will(("create", Presented("a code")))
    zhang = known(hall, "张建国")
    pay = show("wechat.pay", pays("wechat", zhang, Paying(Scheme.FLEXIBLE, bills=(bill_of(zhang.id),))))
    assert running(pay) == {}
    until(lambda: pay.property("code") != "")
    hall.later(minutes=1, seconds=0.4)
    ring(pay, 1000)
    assert (pay.property("clock"), pay.property("share")) == ("04:00", 0.8)
    network.will(("query", Unclear("timeout")))
    ring(pay, max(running(pay)))
    until(lambda: pay.property("phase") == "silent")
    network.will(("query", PAID_NOW))
    ring(pay, max(running(pay)))
    until(lambda: ended.outcome == "paid")
    assert running(pay) == {}
