"""A day put together from the store: what it says of each hour, of refunds, papers and cases; and the paper of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from adapters.stuck import StuckShelf
from adapters.suspensions import NAME, SuspensionFile
from domain.certificates.book import PrintEnd
from domain.certificates.certificate import CertificateKind
from domain.desk.day_end import Slips
from domain.desk.takings import Sum
from domain.money import Fen
from domain.payment import events
from domain.payment.network import RefundDone, RefundPending, Unclear
from domain.payment.order import Order
from domain.terminal.outages import Outage, Outages
from domain.terminal.stuck import Cell, Kind
from domain.terminal.suspensions import WHOLE, Message, Nowhere, Suspension, Suspensions
from domain.words import Text
from main import main
from tests.desk import SECOND, TYPESETTER, days_of, desk_of, hall_clock, two_on_duty
from tests.documents.paper import pages
from tests.payment.hall import LI, NOON, ZHANG, bill_of, new_order, template
from tests.payment.test_cashier import NO_REFUND
from tests.refunds.bench import STAFF, Bench, bench_at

DAY = date(2026, 11, 23)
PAID, BACK = Fen(87894), Fen(100_00)
VOUCHER = "5201990000000000042"
REASON = "付款人来大厅要求"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("origin"))


@pytest.fixture
def bench(origin: Path, tmp_path: Path) -> Iterator[Bench]:
    bench = bench_at(origin, tmp_path)
    yield bench
    assert not bench.network.script
    bench.hall.store.close()


def forsaken(bench: Bench, month: int) -> Order:
    """A payment of which its network has never said what became of it."""
    book, then = bench.hall.store.orders, NOON - timedelta(hours=2)
    order = new_order(f"GZT0001202611231000{month:02d}00000001", bill_of(bench.hall.person(LI), month), at=then)
    book.add(order)
    for event in (events.Expired(then), events.GivenUp()):
        order = book.move(order, event, then)
    return order


def prints(bench: Bench) -> list[str]:
    """Two certificates, of which the second does not come out; the first comes out twice."""
    hall, counter = bench.hall, desk_of(bench.hall).certificates.counter
    zhang = hall.store.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert zhang is not None
    book, lines = counter.book, counter.lines(zhang)
    made = [book.issue(counter.draft(CertificateKind.PAYMENT, zhang, lines, "2026年")).number for _ in range(2)]
    for number, end in ((made[0], PrintEnd.PRINTED), (made[0], PrintEnd.PRINTED), (made[1], PrintEnd.FAILED)):
        book.end_print(number, book.begin_print(number, hall.now), end, hall.now)
    return made


def slips(bench: Bench) -> None:
    """Two that came out, one of them again, and one of which nobody knows; the day before one."""
    book, now = bench.hall.store.slips, bench.hall.now
    for again in (False, True):
        book.end(book.begin(again, now), PrintEnd.PRINTED, now)
    book.begin(False, now)
    book.end(book.begin(False, now - timedelta(days=1)), PrintEnd.PRINTED, now)


def lived(bench: Bench) -> list[str]:
    """A day with one of everything; the numbers of its certificates."""
    bench.pay()
    bench.network.will(NO_REFUND, ("refund", RefundPending()), ("query_refund", RefundDone()))
    bench.approved(bench.applied(bench.item(bench.zhang), BACK))
    bench.round()
    bench.hall.later(minutes=10)
    bench.round()
    forsaken(bench, 10)
    ended = forsaken(bench, 9)
    bench.network.will(("query", Unclear("timeout")))
    made = two_on_duty(bench.hall).orders.posted_by_hand(ended.number, VOUCHER, REASON)
    assert isinstance(made, Order)
    slips(bench)
    return prints(bench)


HOUR = timedelta(hours=1)
CLOSED = (
    Suspension("wechat", Message.MAINTENANCE, NOON, None, STAFF, NOON + timedelta(minutes=122), SECOND),
    Suspension(WHOLE, Message.UPGRADE, NOON + HOUR / 2, NOON + HOUR, STAFF),
    Suspension("matter.pay", Message.DONE, NOON + HOUR, NOON + 20 * HOUR, STAFF),
    Suspension("matter.certificate", Message.UNREAD, NOON + 2 * HOUR),
)


def test_a_day_has_all_of_it(bench: Bench) -> None:
    before = days_of(bench.hall).of(DAY, STAFF)
    assert (before.net, before.taken, before.unfinished, before.last) == (0, Sum(), (), None)
    numbers = lived(bench)
    outage = Outage(Text("税务系统没有答复"), NOON, NOON + timedelta(seconds=42))
    outages = Outages(began=NOON - timedelta(hours=4))
    outages.add(outage)
    outages.add(Outage(Text("前一天的"), NOON - timedelta(days=1), NOON - timedelta(hours=20)))
    closed = Suspensions(Nowhere(), hall_clock(bench.hall))
    closed.suspend("wechat", Message.MAINTENANCE, None, STAFF)
    day = days_of(bench.hall, outages, closed).of(DAY, STAFF)
    wechat = next(lane for lane in day.lanes if lane.channel == "wechat")
    assert (wechat.hours[12], wechat.refunded) == (Sum(1, PAID), Sum(1, BACK))
    assert wechat.taken == day.taken == Sum(1, PAID)
    assert (day.net, day.refunded, day.before, day.refunding) == (PAID - BACK, Sum(1, BACK), Sum(), Sum())
    (waiting,) = day.unfinished
    assert (waiting.number, str(waiting.who).startswith("李**"), waiting.fen) == ("GZT0001…00000001", True, PAID)
    (ended,) = day.ended
    assert (str(ended.how), ended.first, ended.second) == ("已手工入账", STAFF, SECOND)
    payment, tax = day.prints or ()
    assert (payment.issued, payment.first, payment.last, payment.unprinted) == (2, *numbers, (numbers[1],))
    assert (payment.prints, payment.again, payment.unsure) == (3, 1, 1)
    assert (tax.issued, tax.first, tax.prints) == (0, "", 0)
    assert (before.slips, day.slips) == (Slips(), Slips(out=2, again=1, unsure=1))
    assert (day.out.outages, day.out.since) == ((outage,), outages.began)
    assert [one.what for one in day.out.suspensions] == ["wechat"]
    assert (list(day.open_hours), day.serial) == (list(range(8, 18)), "2026-327")
    next_day = days_of(bench.hall).of(DAY + timedelta(days=1))
    assert (next_day.taken, next_day.until.date()) == (Sum(), DAY + timedelta(days=1))


def test_the_paper_says_it_beside_the_terminal(bench: Bench, tmp_path: Path) -> None:
    first, last = lived(bench)
    config, out = tmp_path / "kiosk.toml", tmp_path / "day.pdf"
    config.write_text(f'store = "{tmp_path / "hall.sqlite"}"\n', "utf-8")
    SuspensionFile(tmp_path / NAME).write(CLOSED)
    assert main(["day-end", "--date", f"{DAY}", "--out", f"{out}", "--config", f"{config}"]) == 0
    page = "".join(pages(out.read_bytes()))
    for words in (
        "2026年11月23日星期一",
        "全天第2026-327号",
        "净收款（收款减退费）778.94元",
        "微微信1878.941100.00778.94",
        "支支付宝00.0000.000.00",
        f"{first}至{last}；没有出纸1：{last}",
        "凭条只计数，不留存纸出纸重打未确认凭条2张11",
        "今天了结1件：GZT0001…00000001，已手工入账，878.94元，工号GY0107和GY0108",
        "微信—————还没有账单",
        "故障要在终端运行时打印才有",
        "怎么好的微信停用，设备检修（工号GY0107）12:0014:022时2分工号GY0108恢复",
        "本机停用，系统升级（工号GY0107）12:3013:0030分到点自动恢复",
        "缴费停用，今天业务已办完（工号GY0107）13:00—11时0分还在停用，到11-2408:00",
        "证明开具停用，等工作人员检查14:00—10时0分还在停用",
        "六缴费人卡在哪里没有开通计数",
        "演示样张账本到第",
        "第1页，共2页",
    ):
        assert words in page, words
    assert main(["day-end", "--date", f"{DAY}", "--out", f"{tmp_path / 'no' / 'where'}", "--config", f"{config}"]) == 2


def test_where_visitors_got_stuck_that_day(bench: Bench, tmp_path: Path) -> None:
    shelf = StuckShelf(tmp_path / "stuck", hall_clock(bench.hall), 60)
    at = "wechat.identify"
    shelf.add({Cell(at, Kind.CAME): 23, Cell(at, Kind.ENDED, "idle"): 7, Cell(at, Kind.WRONG, "number"): 12})
    shelf.add({Cell("gone.screen", Kind.CAME): 6, Cell("gone.screen", Kind.WRONG, "x"): 5, Cell("few", Kind.CAME): 4})
    days = replace(days_of(bench.hall), stuck=shelf)
    page = "".join(pages(TYPESETTER.day_end(days.of(DAY), NOON)))
    for words in (
        "六缴费人卡在哪里只数人次，五个一档",
        "微信，用户认证2050证件号码，10人次",
        "gone.screen500别的提示，5人次",
    ):
        assert words in page, words
    assert "few" not in page
    assert "没有五个以上的" in "".join(pages(TYPESETTER.day_end(days.of(DAY - timedelta(days=1)), NOON)))


def test_what_is_more_than_a_page_goes_on_below_the_same_heads(bench: Bench) -> None:
    lived(bench)
    day = days_of(bench.hall).of(DAY)
    first, second, *_, last = pages(TYPESETTER.day_end(replace(day, unfinished=day.unfinished * 40), NOON))
    for page in (first, second):
        assert "日结单" in page and "单号什么事从什么时候谁金额" in page and "样张" not in page
    assert "复核人签字" in last and "复核人签字" not in first
