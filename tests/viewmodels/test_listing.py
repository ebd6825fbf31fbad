"""Lists of certificates without screens: their rows, what a touch brings, and a tax system that is silent."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest

from domain.agreements.agreement import Agreement
from domain.certificates.certificate import CertificateKind
from domain.flows.catalogue import SCREENS
from domain.flows.steps import Listing
from domain.flows.steps.listing import A_PAGE
from domain.flows.visit import Agreeing, Certifying, Identity, Visit
from domain.forms import certificates
from domain.forms.asking import Onward
from domain.ports import TaxSystem
from tests.accounts.samples import ICBC, terms
from tests.payment.hall import PEOPLE, Hall
from tests.viewmodels.conftest import Ended
from tests.viewmodels.line import Line
from tests.viewmodels.visits import over_a_line
from viewmodels.making import lists
from viewmodels.parts import Parts
from viewmodels.steps.listing import ListingViewModel
from viewmodels.words import sentences

Until = Callable[[Callable[[], bool]], None]
NANMING = "520102"


@pytest.fixture
def line(hall: Hall) -> Line:
    return Line(hall.store.tax)


@pytest.fixture
def connected(parts: Parts, line: Line) -> Parts:
    """All parts, with the line between."""
    return over_a_line(parts, cast(TaxSystem, line))


@pytest.fixture
def visit(hall: Hall) -> Callable[[str], Visit]:
    def of(name: str) -> Visit:
        demo = next(p for p in PEOPLE if p.name == name)
        return Visit("alipay", who=Identity(hall.store.tax.find_person(demo.kind, demo.number, demo.name)))

    return of


Show = Callable[[str, Visit], ListingViewModel]
VisitOf = Callable[[str], Visit]


@pytest.fixture
def show(connected: Parts, ended: Ended, until: Until) -> Show:
    """The list of a screen, once it is there."""

    def shown(screen: str, visit: Visit) -> ListingViewModel:
        step = SCREENS[screen].step
        assert isinstance(step, Listing)
        listing = lists.listing(step, visit, connected, ended)
        assert (listing.property("loading"), listing.property("ready"), listing.property("nothing")) == (
            True,
            False,
            "",
        )
        until(lambda: not listing.state.asking.loading)
        return listing

    return shown


def asks_first(visit: Visit, first: str = "2026-01", last: str = "2026-11") -> Visit:
    asked = {"from": first, "to": last, "authority": NANMING}
    return replace(visit, business=Certifying(visit.visitor, asked=asked))


def paid_in(visit: Visit, year: str) -> Visit:
    return replace(visit, business=Certifying(visit.visitor, year=year))


def opened(parts: Parts, visit: Visit, month: str = "2026-10") -> str:
    """The number of a 首开 of a month."""
    told = certificates.ask_first(parts.desk.certificates, visit.own(Certifying), {"from": month, "to": month})
    assert isinstance(told, Onward)
    return told.given.certificate


def each(listing: ListingViewModel) -> str:
    """On the button of the rows; empty where they have none."""
    labels = {action["label"] for row in listing.property("rows") for action in row["actions"]}
    return labels.pop() if labels else ""


def rows(listing: ListingViewModel) -> list[tuple[str, str, str, str, dict[str, str]]]:
    return [
        (row["id"], row["title"], row["state"], row["amount"], {pair["key"]: pair["value"] for pair in row["pairs"]})
        for row in listing.property("rows")
    ]


class TestRows:
    def test_years(self, show: Show, visit: VisitOf, ended: Ended, until: Until) -> None:
        listing = show("alipay.proof_year", visit("陈玉梅"))
        assert rows(listing) == [
            ("2026", "2026年", "", "1,400.00", {"缴费笔数": "2 笔", "险种": "医疗保险、养老保险"}),
            ("2025", "2025年", "", "1,000.00", {"缴费笔数": "1 笔", "险种": "养老保险"}),
        ]
        assert (each(listing), listing.property("submitText")) == ("查询", "")
        listing.act("2025", "do")
        until(lambda: ended.outcome == "chosen")
        assert ended.visit.own(Certifying).year == "2025"

    def test_payments_of_a_year(self, show: Show, visit: VisitOf, ended: Ended, until: Until) -> None:
        asked = paid_in(visit("陈玉梅"), "2026")
        listing = show("alipay.proof_payments", asked)
        (medical, pension) = rows(listing)
        assert medical[1:4] == ("城乡居民 医疗保险", "", "400.00")
        assert medical[4] == {"所属期": "2026年", "入库日期": "2025-11-16", "凭证号码": medical[0]}
        assert pension[1:4] == ("城乡居民 养老保险", "", "1,000.00")
        assert (each(listing), listing.property("submitText")) == ("", "证明开具")
        listing.submit()
        until(lambda: ended.outcome == "issued")
        assert ended.visit.own(Certifying).certificate == "T0001-2026-000001"

    def test_certificates(self, hall: Hall, parts: Parts, show: Show, visit: VisitOf) -> None:
        number = opened(parts, visit("张建国"))
        reissued = certificates.reissue(parts.desk.certificates, visit("张建国").own(Certifying), number)
        assert isinstance(reissued, Onward)
        for _ in range(2):
            hall.store.certificates.begin_print(number, hall.now)
        listing = show("wechat.tax_reissue", visit("张建国"))
        days = {"填发日期": "2026-11-23", "所属期": "2026年10月"}
        assert rows(listing) == [(number, "完税证明", "打印过 2 次", "1,201.22", {"票证号码": number, **days})]
        assert each(listing) == "补开"
        assert [pair["value"] for pair in listing.property("about")] == ["张建国", "居民身份证", "520***********0119"]
        again = reissued.given.certificate
        (record,) = rows(show("alipay.reissue_records", visit("张建国")))
        assert record == (again, "补开的完税证明", "还没有打印", "1,201.22", {"票证号码": again, **days})

    def test_a_day_of_issue_is_the_halls(self, hall: Hall, parts: Parts, show: Show, visit: VisitOf) -> None:
        hall.now = hall.now.replace(hour=16)
        opened(parts, visit("张建国"))
        (record,) = rows(show("alipay.first_records", visit("张建国")))
        assert record[4]["填发日期"] == "2026-11-24"

    @pytest.mark.parametrize(
        ("screen", "sentence"),
        [
            ("alipay.proof_year", "没有查到缴费年份"),
            ("tax_app.proof_payments", "没有查到这一年的缴费"),
            ("alipay.first_payments", "未查询到任何开具信息，请确认是否首次开具"),
            ("tax_app.reissue_found", "未查询到任何信息"),
            ("alipay.first_records", "没有查询到开具记录"),
            ("tax_app.reissue_records", "没有查询到开具记录"),
            ("wechat.tax_reissue", "没有查询到开具记录"),
        ],
    )
    def test_nothing(self, show: Show, visit: VisitOf, screen: str, sentence: str) -> None:
        listing = show(screen, visit("李桂兰"))
        assert (rows(listing), listing.property("nothing")) == ([], sentence)
        assert (listing.property("submitText"), listing.property("pageText")) == ("", "第 1 页，共 1 页")


class TestPages:
    def test_one_turns_them_as_far_as_there_are_any(self, show: Show, visit: VisitOf) -> None:
        listing = show("alipay.first_payments", asks_first(visit("张建国")))
        ids = [record.id for record in listing.state.records]
        assert (len(ids), listing.property("pages")) == (13, 4)
        seen = [row[0] for row in rows(listing)]
        for page in (2, 3, 4):
            listing.turn(1)
            assert listing.property("page") == page
            seen += [row[0] for row in rows(listing)]
        assert seen == ids
        listing.turn(1)
        assert listing.property("pageText") == "第 4 页，共 4 页" and len(rows(listing)) == len(ids) % A_PAGE
        for _ in range(5):
            listing.turn(-1)
        assert (listing.property("page"), len(rows(listing))) == (1, A_PAGE)

    def test_where_they_do_not_fit_all_rows_are_there_at_once(self, show: Show, visit: VisitOf) -> None:
        listing = show("alipay.first_payments", asks_first(visit("张建国")))
        listing.turn(1)
        listing.spread(True)
        assert (listing.property("pages"), len(rows(listing))) == (1, 13)
        listing.spread(False)
        assert (listing.property("page"), listing.property("pages"), len(rows(listing))) == (1, 4, A_PAGE)


class TestOneTouch:
    def test_two_quick_touches_give_one_number(
        self, hall: Hall, show: Show, visit: VisitOf, ended: Ended, until: Until
    ) -> None:
        listing = show("alipay.first_payments", asks_first(visit("张建国")))
        one, other = (row[0] for row in rows(listing)[:2])
        for row in (one, one, other):
            listing.act(row, "do")
        assert (listing.property("ready"), listing.property("submitText")) == (False, "正在查询，请稍等")
        until(lambda: ended.outcome == "issued")
        book, zhang = hall.store.certificates, ended.visit.visitor
        (issued,) = book.issued(zhang.id, CertificateKind.TAX)
        assert issued.number == ended.visit.own(Certifying).certificate
        assert {line.voucher for line in issued.content.lines} == {one}

    def test_what_has_been_opened_meanwhile(
        self, hall: Hall, parts: Parts, show: Show, visit: VisitOf, ended: Ended, until: Until
    ) -> None:
        listing = show("alipay.first_payments", asks_first(visit("张建国"), "2026-10", "2026-10"))
        hall.store.certificates.begin_print(opened(parts, visit("张建国")), hall.now)
        listing.act(rows(listing)[0][0], "do")
        until(lambda: listing.state.problem != "")
        assert listing.property("problem") == certificates.NOT_OPENED and ended.outcome is None
        assert listing.property("ready")

    def test_a_list_that_is_not_there_yet_cannot_be_touched(
        self, connected: Parts, visit: VisitOf, ended: Ended, until: Until
    ) -> None:
        step = SCREENS["alipay.proof_year"].step
        assert isinstance(step, Listing)
        listing = lists.listing(step, visit("陈玉梅"), connected, ended)
        listing.act("2026", "do")
        assert not listing.state.busy
        until(lambda: not listing.state.asking.loading)
        assert ended.outcome is None


class TestSilence:
    def test_at_first(self, show: Show, line: Line, visit: VisitOf, until: Until) -> None:
        line.silent = True
        listing = show("alipay.proof_year", visit("陈玉梅"))
        assert listing.property("problem") == sentences.TAX_UNREACHABLE
        assert (listing.property("nothing"), listing.property("submitText")) == ("", "重新查询")
        listing.submit()
        assert listing.property("loading") and listing.property("problem") == ""
        until(lambda: listing.property("problem") == sentences.TAX_UNREACHABLE)
        line.silent = False
        listing.submit()
        until(lambda: len(rows(listing)) == 2)
        assert (listing.property("problem"), listing.property("submitText")) == ("", "")

    def test_when_a_year_is_certified(
        self, hall: Hall, show: Show, line: Line, visit: VisitOf, ended: Ended, until: Until
    ) -> None:
        asked = paid_in(visit("陈玉梅"), "2026")
        listing = show("alipay.proof_payments", asked)
        line.silent = True
        listing.submit()
        until(lambda: listing.state.asking.silent)
        assert listing.property("submitText") == "重新查询" and len(rows(listing)) == 2
        assert hall.store.certificates.issued(asked.visitor.id, CertificateKind.PAYMENT) == ()
        line.silent = False
        listing.submit()
        until(lambda: ended.outcome == "issued")
        assert ended.visit.own(Certifying).certificate == "T0001-2026-000001"

    def test_when_one_payment_is_opened(
        self, hall: Hall, show: Show, line: Line, visit: VisitOf, ended: Ended, until: Until
    ) -> None:
        """To ask again is to ask for the same row."""
        listing = show("alipay.first_payments", asks_first(visit("张建国")))
        row = rows(listing)[2][0]
        line.silent = True
        listing.act(row, "do")
        until(lambda: listing.state.asking.silent)
        assert listing.property("submitText") == "重新查询" and rows(listing)[2][0] == row
        line.silent = False
        listing.submit()
        until(lambda: ended.outcome == "issued")
        made = hall.store.certificates.find(ended.visit.own(Certifying).certificate)
        assert made and {entry.voucher for entry in made.content.lines} == {row}


def test_what_has_been_done_is_said_with_the_rows_as_they_are_then(
    parts: Parts, visit: VisitOf, ended: Ended, until: Until, hall: Hall
) -> None:
    zhang = visit("张建国")
    signed = parts.desk.agreements.signing.sign(zhang.visitor.id, terms(ICBC))
    assert isinstance(signed, Agreement)
    step = SCREENS["tax_app.agreements"].step
    assert isinstance(step, Listing)
    listing = lists.listing(step, replace(zhang, business=Agreeing(zhang.visitor, NANMING)), parts, ended)
    until(lambda: not listing.state.asking.loading)
    told: set[tuple[str, str]] = set()
    listing.changed.connect(lambda: told.add((listing.state.done, listing.state.records[0].state)))
    listing.act(signed.number, "revoke")
    listing.question.answer(True)
    until(lambda: bool(listing.state.done))
    assert told == {("", "验证成功"), ("扣款协议撤销成功", "已撤销")}
    assert listing.property("success") == "good"
