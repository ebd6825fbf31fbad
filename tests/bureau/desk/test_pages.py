"""What the pages tell."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.certificates.book import Draft, Issuer
from domain.certificates.certificate import CertificateKind, Content, Line, Opening
from domain.desk.fleet import Health, TerminalState
from domain.money import Fen
from domain.payment import events
from domain.payment.network import Closed
from domain.payment.order import Network
from domain.people.insurance import Insurance, Period, Scheme
from domain.reconciliation.report import Outcome, Report
from domain.refunds.account import Account
from tests.bureau.desk.visitor import Browser, Room
from tests.bureau.desk.world import ADMIN, BANKS, LI_MING, NOW, WANG, furnish
from tests.payment.hall import LI


def line(browser: Browser, word: str) -> str:
    """What is said on the lines after a word, as far as the next of its kind."""
    return browser.text.split(f"\n{word}\n", 1)[1][:200]


def test_terminals_are_told_with_their_health_and_what_was_heard_last(room: Room, wang: Browser) -> None:
    furnish(room.world)
    wang.opens("/")
    assert "能收款\n8\n台，共 12 台" in wang.text and "出了问题\n5\n失联 2，" in wang.text
    assert line(wang, "T0001").startswith("A4 缺纸\n证明停办 5 分钟\n4 秒前")
    assert line(wang, "T0021").startswith("失联\n线路不通，不收新款\n12 分钟前")
    assert line(wang, "T0012").startswith("人工停用") and line(wang, "T0002").startswith("正常")
    assert "已经收回证书的：T0024" in wang.text and "昨天对账\n1\n笔对不上，共 744 笔" in wang.text
    assert "等人处理 6 件" in wang.text and "2 天 17 小时" in wang.text
    assert 'aria-current="true">T0021' in wang.page, "the worst is told at the right"
    wang.opens("/?terminal=T0003")
    assert 'aria-current="true">T0003' in wang.page


@pytest.mark.parametrize(
    ("seconds", "health", "is_taken_as"),
    [
        (60, Health.FINE, Health.FINE),
        (61, Health.FINE, Health.SILENT),
        (61, Health.OFF, Health.OFF),
        (0, None, Health.SILENT),
    ],
)
def test_a_minute_of_silence_is_out_of_touch(seconds: int, health: Health | None, is_taken_as: Health) -> None:
    heard = NOW - timedelta(seconds=seconds) if health else None
    state = TerminalState("T0001", "厅", health or Health.FINE, heard, NOW)
    assert state.at(NOW).health is is_taken_as
    assert state.at(NOW).takes_money is (is_taken_as is not Health.SILENT)


def test_what_waits_is_told_oldest_first_whatever_the_terminal(room: Room, wang: Browser) -> None:
    furnish(room.world)
    wang.opens("/waiting")
    told = [
        "有没有付款，一直没有答复",
        "钱已收到，没有入账，也没有退回",
        "对方账单有这笔收款，我方没有",
        "退费申请：已提交",
    ]
    places = [wang.text.index(one) for one in told]
    assert places == sorted(places) and "6 件，最久的在最前" in wang.text


def test_an_order_is_told_with_why_it_waits_and_what_will_happen(room: Room, wang: Browser) -> None:
    order = room.world.doubtful(at=NOW - timedelta(hours=5))
    wang.opens(f"/orders/{order.number}")
    assert "微信没有说清是否付款" in wang.text and "张**" in wang.text and "已 5 小时 0 分钟" in wang.text
    assert "一直关不掉，交给人办" in wang.text and "两人都签字以后，先再问一次支付渠道" in wang.text
    room.world.networks[order.network].will(("query", Closed()), ("query", Closed()))
    wang.posts(f"/orders/{order.number}/ask")
    assert "不用人办" in wang.text and "再问支付渠道：没有付款，已经关闭" in wang.text


def test_what_the_machine_has_checked_is_told_with_its_reason(room: Room, wang: Browser) -> None:
    account = Account(BANKS.all[0].code, "6299000000004073", "李某某")
    number = room.world.applied(LI, account=account).number
    wang.opens(f"/refunds/{number}")
    assert "6299 **** **** 4073" in wang.text and "机器查过的 6 项" in wang.text
    good = ("原来的钱还在", "金额不超过原缴费", "没有开过完税证明")
    doubtful = ("退到银行卡，不是原路", "卡号校验位", "户名")
    for mark, words in (("没问题", good), ("要留意", doubtful)):
        assert all(f"{mark}\n{word}" in wang.text for word in words)
    assert "户口簿或出生证明" in wang.text


def test_a_bill_that_is_not_there_is_not_nothing(room: Room, wang: Browser) -> None:
    wang.opens("/reconciliation")
    assert wang.text.count("还没有账单") >= 3 and "没有账单不是 0" in wang.text
    assert "11月24日的账单，明天 10:00 以后才有" in wang.text
    day = NOW.date() - timedelta(days=1)
    room.world.store.reports.keep(Report(Network("wechat"), day, Outcome.NOTHING, NOW))
    room.world.store.reports.keep(Report(Network("alipay"), day, Outcome.BROKEN, NOW))
    wang.opens("/reconciliation")
    assert "对方说这天没有账" in wang.text and "收到的账单不可信" in wang.text and "还没有账单" in wang.text


def test_a_bucket_opens_its_rows_and_a_row_both_its_sides(room: Room, wang: Browser) -> None:
    furnish(room.world)
    wang.opens("/reconciliation?bucket=theirs_only")
    assert "只有对方\n正在看" in wang.text and "多 1,025.43" in wang.text and "2025112322001400910091" in wang.text
    path = next(one for one in wang.page.split('"') if one.startswith("/cases/"))
    wang.opens(path)
    assert "状态\n不同\n没有付款，已经关闭\n有这笔收款" in wang.text and "金额\n不同\n—\n1,025.43 元" in wang.text
    assert "这一种没有" in wang.opens("/reconciliation?bucket=differs")
    assert "不逐笔列出" in wang.opens("/reconciliation?bucket=match")


def test_what_differs_goes_to_a_spreadsheet_without_formulas_or_names(room: Room, wang: Browser) -> None:
    furnish(room.world)
    day, order = (NOW - timedelta(days=1)).date(), room.world.order(77, events.Presented, at=NOW - timedelta(days=1))
    report = room.world.store.reports.get(Network("alipay"), day)
    assert report
    strange = replace(report.differences[0], transaction="=1+1", ours=Fen(5), number=order.number, reference="7")
    room.world.store.reports.keep(replace(report, differences=(*report.differences, strange)))
    answer = wang.asks(f"/reconciliation/differences.csv?day={day}")
    assert answer.headers["content-type"].startswith("text/csv") and f"differences-{day}.csv" in str(answer.headers)
    head, first, second = answer.text.lstrip("\ufeff").splitlines()
    assert head == "network,bucket,kind,number,order,transaction,ours,theirs,at,state"
    assert first.endswith(",,1025.43,2026-11-23T16:03:00+08:00,waits") and ",'=1+1,0.05,1025.43," in second
    assert wang.asks("/reconciliation/differences.csv?day=x").status_code == 404


def test_a_certificate_is_found_by_number_and_code_and_shows_nobody(room: Room, wang: Browser) -> None:
    store, person = room.world.store, room.world.person(LI)
    paid = Line(Scheme.FLEXIBLE, Insurance.PENSION, Period(2026, 10), "520102P", "60", "52", NOW.date(), Fen(87894))
    content = Content(LI.name, "居民身份证", "520***********0462", "2026年10月", "示范局", ("示范",), (paid,))
    issuer = Issuer("示范终端", "DEMO", 1)
    given = store.certificates.issue(Draft(CertificateKind.PAYMENT, Opening.FIRST, person, issuer, NOW, content))
    wang.opens("/certificates")
    for number, code in ((given.number, "AAAAAAAA"), ("DEMO-2026-000099", given.code), (given.number, "")):
        assert wang.posts("/certificates", number=number, code=code).status_code == 422
        assert "没有用这个编号和验证码开过证明" in wang.text and "李" not in line(wang, "查验结果")
    assert wang.posts("/certificates", number=given.number.lower(), code=given.spaced_code).status_code == 200
    assert "李** 520***********0462" in wang.text and LI.name not in wang.page
    assert "上面有的缴费后来退了" in wang.text, "nothing of it was ever posted"
    assert room.world.desk.staff.about(given.number)[-1].who == WANG


def test_who_manages_staff_adds_changes_and_renews_others_by_a_code(room: Room) -> None:
    admin = room.seats(ADMIN)
    admin.opens("/staff")
    new = {"number": "0007", "name": "钱某", "role_decide": "1"}
    assert admin.posts("/staff", code="000000", **new).status_code == 422 and "动态码不对" in admin.text
    assert admin.posts("/staff", code=admin.code(), **{**new, "role_staff": "1"}).status_code == 422
    assert admin.posts("/staff", code=admin.code(), **new).status_code == 200
    once = line(admin, "工号 0007 的一次性口令").split("\n")[0]
    assert room.browser().signs_in("0007", once, "").status_code == 303
    assert once not in admin.opens("/staff"), "it is shown once"
    assert admin.posts("/staff", code=admin.code(), **new).status_code == 422 and "已经有人用过" in admin.text
    admin.posts(f"/staff/{LI_MING}/grant", role_look="1", code=admin.code())
    assert "现在可以做的已经改好" in admin.text
    li = room.seats(LI_MING)
    assert "审核" not in li.text.split("可以：")[1][:10]
    admin.posts(f"/staff/{LI_MING}/renew", code=admin.code())
    assert li.asks("/").status_code == 303 and room.browser().signs_in(LI_MING).status_code == 422
    assert admin.posts(f"/staff/{ADMIN}/revoke", code=admin.code()).status_code == 422 and "不能改自己的" in admin.text
    admin.opens("/log")
    assert "重发一次性口令" in admin.text and "添加人员" in admin.text and "审核" in admin.text


def test_the_log_is_told_page_by_page_the_newest_first(room: Room, wang: Browser) -> None:
    for n in range(60):
        order = room.world.doubtful(n + 1)
        wang.opens(f"/orders/{order.number}")
    wang.opens("/log")
    assert order.number in wang.text and "更早的" in wang.text
    older = next(one for one in wang.page.split('"') if one.startswith("/log?before="))
    assert order.number not in wang.opens(older) and "添加人员" in wang.text and "后台" in wang.text
