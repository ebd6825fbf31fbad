"""What certificates list, 首开 and 补开, and whose they are: in the words that forms are answered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from domain.certificates.certificate import CertificateKind, Line, Opening
from domain.certificates.payments import by_voucher, for_periods, key_of, lines_of, paid_in, years
from domain.flows.catalogue import SCREENS
from domain.flows.engine import Session, advance, back
from domain.flows.steps import Form, Listing
from domain.flows.visit import Certifying, Identity, Visit
from domain.forms import certificates
from domain.forms.asking import Onward, Wrong
from domain.forms.desks import CertificateDesk, FrontDesk
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Payment, Person, Standing
from domain.runtime import HALL_TIME
from domain.words import Text
from tests.certificates.conftest import OFFICES, desk_of, tax_number
from tests.certificates.room import Templates
from tests.payment.hall import NOON, Hall, bill_of

AskingOf = Callable[[str], Certifying]
NANMING, XIXIU = "520102", "520402"
"""The counties of 张建国 and 陈玉梅."""
PAID = Payment(
    Scheme.FLEXIBLE,
    Insurance.PENSION,
    Period(2026, 10),
    f"{NANMING}P",
    "60",
    Fen(87894),
    "wechat",
    datetime(2026, 10, 31, 16, 30, tzinfo=UTC),
    Standing.POSTED,
    "520000000000000001",
)


def line(period: Period, insurance: Insurance = Insurance.PENSION, voucher: str = "1", day: date | None = None) -> Line:
    return Line(Scheme.FLEXIBLE, insurance, period, f"{NANMING}P", "60", voucher, day or period.first_day, Fen(100))


class TestWhatIsListed:
    @pytest.mark.parametrize(
        "unknown",
        [
            {"standing": Standing.PENDING},
            {"standing": Standing.REFUND_DUE},
            {"standing": Standing.REFUNDED},
            {"fen": None},
            {"paid_at": None},
            {"voucher": ""},
        ],
        ids=str,
    )
    def test_no_document_without_money(self, unknown: dict[str, object]) -> None:
        september = replace(PAID, period=Period(2026, 9))
        lines = lines_of(1, (replace(PAID, **unknown), september), (), HALL_TIME)  # type: ignore[arg-type]
        assert [x.period for x in lines] == [Period(2026, 9)]

    def test_a_day_is_the_halls(self) -> None:
        """It was the last of October in Greenwich."""
        (paid,) = lines_of(1, (PAID,), (), HALL_TIME)
        assert paid == Line(
            Scheme.FLEXIBLE,
            Insurance.PENSION,
            Period(2026, 10),
            f"{NANMING}P",
            "60",
            "520000000000000001",
            date(2026, 11, 1),
            Fen(87894),
        )

    def test_oldest_first_however_they_came(self) -> None:
        months = [Period(2026, 10), Period(2025, 12), Period(2026, 2)]
        payments = [replace(PAID, period=month) for month in months]
        assert [x.period for x in lines_of(1, payments, (), HALL_TIME)] == sorted(months)

    @pytest.mark.parametrize(
        ("first", "last", "found"),
        [
            (Period(2025, 12), Period(2025, 12), ["2025", "2025-12"]),
            (Period(2026, 1), Period(2026, 1), ["2026"]),
            (Period(2026, 2), Period(2026, 3), ["2026", "2026-02", "2026-03"]),
            (Period(2025, 12), Period(2026, 2), ["2025", "2025-12", "2026", "2026-02"]),
            (Period(2024, 1), Period(2024, 12), []),
            (Period(2027, 1), Period(2027, 1), []),
        ],
    )
    def test_a_year_belongs_to_each_of_its_months(self, first: Period, last: Period, found: list[str]) -> None:
        lines = tuple(map(line, map(Period.of, ("2025", "2025-12", "2026", "2026-02", "2026-03"))))
        assert [x.period.key for x in for_periods(lines, first, last)] == found

    @pytest.mark.parametrize(
        ("day", "found"),
        [(date(2026, 1, 31), False), (date(2026, 2, 1), True), (date(2026, 3, 31), True), (date(2026, 4, 1), False)],
    )
    def test_what_was_paid_in_some_months(self, day: date, found: bool) -> None:
        lines = (line(Period(2025), day=day),)
        assert bool(paid_in(lines, Period(2026, 2), Period(2026, 3))) is found

    def test_one_payment_may_settle_several_bills(self) -> None:
        one, other, also_one = line(Period(2026, 1)), line(Period(2026, 2), voucher="2"), line(Period(2026, 3))
        settled = by_voucher((one, other, also_one))
        assert [(entry.voucher, entry.lines, entry.fen) for entry in settled] == [
            ("1", (one, also_one), 200),
            ("2", (other,), 100),
        ]

    def test_years_really_paid_latest_first(self) -> None:
        lines = tuple(map(line, map(Period.of, ("2023-01", "2025", "2025-12"))))
        assert [(year.year, year.fen) for year in years(lines)] == [(2025, 200), (2023, 100)]

    def test_a_line_is_known_by_the_bill_that_was_paid(
        self, hall: Hall, desk: CertificateDesk, person: Callable[[str], Person]
    ) -> None:
        zhang = person("张建国")
        bill = bill_of(zhang.id)
        hall.store.tax.post("GZT00010000000000001", (bill,), NOON, "wechat")
        assert key_of(desk.counter.lines(zhang)[-1], zhang.id) == bill.key

    @pytest.mark.parametrize(("name", "found"), [("陈玉梅", [2026, 2025]), ("赵永红", [2026, 2025]), ("李桂兰", [])])
    def test_years_on_offer(self, desk: CertificateDesk, asking: AskingOf, name: str, found: list[int]) -> None:
        assert [year.year for year in certificates.paid_years(desk, asking(name))] == found


def issued(answer: Onward[Certifying] | Wrong) -> str:
    """The number that one is told."""
    assert isinstance(answer, Onward) and answer.outcome == "issued"
    return answer.given.certificate


def printed(desk: CertificateDesk, number: str) -> None:
    """Its paper has come out, as far as anybody knows."""
    desk.counter.book.begin_print(number, desk.almanac.clock())


def months(first: str, last: str) -> dict[str, str]:
    return {"from": first, "to": last}


def asks(given: Certifying, first: str, last: str, county: str) -> Certifying:
    """Who has filled in H40."""
    return replace(given, asked={**months(first, last), "authority": county})


def asks_again(given: Certifying, number: str, first: str, last: str, county: str) -> Certifying:
    """Who has filled in H50."""
    return replace(given, asked={**months(first, last), "certificate": number, "authority": county})


class TestPaymentCertificate:
    def test_over_a_year_that_was_paid(self, desk: CertificateDesk, asking: AskingOf) -> None:
        chosen = certificates.choose_year(desk, asking("陈玉梅"), "2026")
        assert isinstance(chosen, Onward)
        assert [entry.fen for entry in certificates.paid_in_year(desk, chosen.given)] == [40000, 100000]
        made = desk.counter.book.find(issued(certificates.issue_year(desk, chosen.given, "")))
        assert made and made.kind is CertificateKind.PAYMENT and made.number == "T0001-2026-000001"
        assert (made.content.asked, made.content.fen, made.opening) == ("2026年", 140000, Opening.FIRST)
        assert made.content.authority == OFFICES.authority(XIXIU)

    @pytest.mark.parametrize("year", ["2024", "", "nonsense"])
    def test_not_over_a_year_without_money(self, desk: CertificateDesk, asking: AskingOf, year: str) -> None:
        chosen = replace(asking("陈玉梅"), year=year)
        assert certificates.paid_in_year(desk, chosen) == ()
        assert certificates.issue_year(desk, chosen, "") == Wrong(certificates.NOT_PAID)

    def test_it_opens_nothing_and_may_be_had_again(self, desk: CertificateDesk, asking: AskingOf) -> None:
        chosen = replace(asking("陈玉梅"), year="2026")
        numbers = []
        for _ in range(2):
            numbers.append(issued(certificates.issue_year(desk, chosen, "")))
            desk.counter.book.begin_print(numbers[-1], NOON)
        assert numbers == ["T0001-2026-000001", "T0001-2026-000002"]
        assert len(certificates.openable(desk, asks(chosen, "2026-01", "2026-11", XIXIU))) == 2

    def test_who_goes_back_and_asks_the_same_again_gets_the_same(self, desk: CertificateDesk, asking: AskingOf) -> None:
        chosen = replace(asking("陈玉梅"), year="2026")
        first = certificates.issue_year(desk, chosen, "")
        assert isinstance(first, Onward)
        assert certificates.issue_year(desk, first.given, "") == first
        other = certificates.issue_year(desk, replace(first.given, year="2025"), "")
        assert issued(other) != issued(first)


class TestFirstOpening:
    def test_a_payment_once_and_no_more(self, desk: CertificateDesk, asking: AskingOf) -> None:
        asked = asks(asking("张建国"), "2026-09", "2026-10", NANMING)
        before = certificates.openable(desk, asked)
        assert [entry.lines[0].period.key for entry in before] == ["2026-10", "2026-10", "2026-09", "2026-09"]
        row = before[0].voucher
        printed(desk, issued(certificates.open_one(desk, asked, row)))
        assert certificates.openable(desk, asked) == before[1:]
        assert certificates.open_one(desk, asked, row) == Wrong(certificates.NOT_OPENED)
        assert issued(certificates.open_one(desk, asked, before[1].voucher)) == tax_number(2)

    def test_one_that_was_never_printed_is_still_to_be_had_under_its_number(
        self, desk: CertificateDesk, asking: AskingOf
    ) -> None:
        asked = asks(asking("张建国"), "2026-09", "2026-10", NANMING)
        before = certificates.openable(desk, asked)
        row = before[0].voucher
        for _ in range(2):
            assert issued(certificates.open_one(desk, asked, row)) == tax_number(1)
            assert sorted(entry.voucher for entry in certificates.openable(desk, asked)) == sorted(
                entry.voucher for entry in before
            )

    def test_all_of_some_months_once_and_no_more(self, desk: CertificateDesk, asking: AskingOf) -> None:
        zhang, asked = asking("张建国"), months("2026-09", "2026-10")
        number = issued(certificates.ask_first(desk, zhang, asked))
        made = desk.counter.book.find(number)
        assert made and made.content.asked == "2026年9月至2026年10月" and len(made.content.lines) == 4
        assert issued(certificates.ask_first(desk, zhang, asked)) == number
        printed(desk, number)
        assert certificates.ask_first(desk, zhang, asked) == Wrong(certificates.NOT_OPENED)
        rest = desk.counter.book.find(issued(certificates.ask_first(desk, zhang, months("2026-08", "2026-10"))))
        assert rest and {x.period for x in rest.content.lines} == {Period(2026, 8)}
        assert rest.content.asked == "2026年8月"

    def test_what_is_paid_meanwhile_can_be_opened_by_the_same_question(
        self, hall: Hall, desk: CertificateDesk, asking: AskingOf, person: Callable[[str], Person]
    ) -> None:
        first = certificates.ask_first(desk, asking("张建国"), months("2026-10", "2026-11"))
        assert isinstance(first, Onward)
        hall.store.tax.post("GZT00010000000000001", (bill_of(person("张建国").id),), NOON, "wechat")
        made = desk.counter.book.find(issued(certificates.ask_first(desk, first.given, months("2026-10", "2026-11"))))
        assert made and [x.period for x in made.content.lines] == [Period(2026, 11)]

    def test_one_authority_at_a_time_and_one_is_told_of_the_other(
        self, hall: Hall, desk: CertificateDesk, asking: AskingOf, person: Callable[[str], Person]
    ) -> None:
        elsewhere = replace(bill_of(person("张建国").id), agency=f"{XIXIU}P", period=Period(2025, 11))
        hall.store.tax.post("GZT00010000000000001", (elsewhere,), NOON, "wechat")
        first = certificates.ask_first(desk, asking("张建国"), months("2025-11", "2026-09"))
        assert isinstance(first, Onward) and first.given.remark == certificates.MORE_AUTHORITIES
        second = certificates.ask_first(desk, first.given, months("2025-11", "2026-09"))
        assert isinstance(second, Onward) and second.given.remark == ""
        made = [desk.counter.book.find(told.given.certificate) for told in (first, second)]
        assert [(c.content.authority, c.content.asked, len(c.content.lines)) for c in made if c] == [
            (OFFICES.authority(XIXIU), "2025年11月", 1),
            (OFFICES.authority(NANMING), "2025年12月至2026年9月", 12),
        ]

    def test_bills_that_were_paid_at_once_are_certified_at_once(
        self, hall: Hall, desk: CertificateDesk, asking: AskingOf, person: Callable[[str], Person]
    ) -> None:
        """Whichever of their months one asks for."""
        who = person("李桂兰").id
        hall.store.tax.post("GZT00010000000000001", (bill_of(who, 10), bill_of(who, 11)), NOON, "wechat")
        number = issued(certificates.ask_first(desk, asking("李桂兰"), months("2026-11", "2026-11")))
        made = desk.counter.book.find(number)
        assert made and [x.period.key for x in made.content.lines] == ["2026-10", "2026-11"]
        printed(desk, number)
        assert certificates.ask_first(desk, asking("李桂兰"), months("2026-10", "2026-10")) == Wrong(
            certificates.NOT_OPENED
        )

    def test_a_name_that_no_font_can_write_is_not_opened_and_uses_no_number(
        self, desk: CertificateDesk, asking: AskingOf
    ) -> None:
        zhang = asking("张建国")
        nameless = replace(zhang, visitor=replace(zhang.visitor, name="张\U000f0000"))
        failed = certificates.ask_first(desk, nameless, months("2026-10", "2026-10"))
        assert failed == Wrong(certificates.UNWRITABLE)
        assert issued(certificates.ask_first(desk, zhang, months("2026-10", "2026-10"))) == tax_number(1)

    @pytest.mark.parametrize("name", ["张㛃", "迪丽努尔·买买提", "Anna Müller"])
    def test_a_name_that_is_rare_and_can_be_written(self, desk: CertificateDesk, asking: AskingOf, name: str) -> None:
        zhang = asking("张建国")
        rare = replace(zhang, visitor=replace(zhang.visitor, name=name))
        assert issued(certificates.ask_first(desk, rare, months("2026-10", "2026-10"))) == tax_number(1)

    def test_what_is_issued_while_a_template_is_broken_is_to_be_had_afterwards(
        self, desk: CertificateDesk, asking: AskingOf, tmp_path: Path
    ) -> None:
        """Who can write the templates can break them: nothing is lost by it."""
        templates = Templates.copied(tmp_path / "templates")
        desk = replace(desk, counter=replace(desk.counter, typesetter=templates.typesetter()))
        templates.spoil()
        first = issued(certificates.ask_first(desk, asking("张建国"), months("2026-10", "2026-10")))
        templates.mend()
        assert issued(certificates.ask_first(desk, asking("张建国"), months("2026-10", "2026-10"))) == first

    def test_another_visitor_is_never_shown_it(
        self, desk: CertificateDesk, asking: AskingOf, person: Callable[[str], Person]
    ) -> None:
        """The one before them is still remembered in the same visit."""
        first = certificates.ask_first(desk, asking("张建国"), months("2026-10", "2026-10"))
        seen = Visit(business=replace(asking("张建国"), certificate=issued(first)), who=Identity(person("李桂兰")))
        other = seen.own(Certifying)
        assert other == Certifying(person("李桂兰"))
        assert certificates.ask_first(desk, other, months("2026-10", "2026-10")) == Wrong(certificates.NOT_OPENED)

    @pytest.mark.parametrize(
        ("name", "first", "last", "county"),
        [
            ("张建国", "2026-09", "2026-10", XIXIU),
            ("张建国", "2026-09", "2026-10", ""),
            ("张建国", "2025-01", "2025-11", NANMING),
            ("张建国", "2026-11", "2026-11", NANMING),
            ("李桂兰", "2026-01", "2026-11", NANMING),
        ],
        ids=["another authority", "no authority", "other months", "not paid yet", "nothing paid"],
    )
    def test_e1(self, desk: CertificateDesk, asking: AskingOf, name: str, first: str, last: str, county: str) -> None:
        asked = asks(asking(name), first, last, county)
        answers = asked.asked
        assert certificates.ask_openable(desk, asking(name), answers) == Wrong(certificates.NOT_OPENED)
        assert certificates.openable(desk, asked) == ()
        assert certificates.NOT_OPENED == "未查询到任何开具信息，请确认是否首次开具"

    def test_another_persons_payment(self, desk: CertificateDesk, asking: AskingOf) -> None:
        asked = asks(asking("张建国"), "2026-10", "2026-10", NANMING)
        row = certificates.openable(desk, asked)[0].voucher
        other = asks(asking("赵永红"), "2026-10", "2026-10", "520602")
        assert certificates.open_one(desk, other, row) == Wrong(certificates.NOT_OPENED)

    def test_the_authority_is_filled_in_where_one_has_paid(self, desk: CertificateDesk, asking: AskingOf) -> None:
        assert certificates.fill_authority(desk, asking("陈玉梅")) == {"authority": XIXIU}
        assert certificates.fill_authority(desk, asking("李桂兰")) == {}


class TestReissue:
    @pytest.fixture
    def number(self, desk: CertificateDesk, asking: AskingOf) -> str:
        """What 张建国 has had opened."""
        return issued(certificates.ask_first(desk, asking("张建国"), months("2026-09", "2026-10")))

    def test_a_number_of_its_own_that_names_the_first(
        self, desk: CertificateDesk, asking: AskingOf, number: str
    ) -> None:
        zhang = asking("张建国")
        second = issued(certificates.reissue(desk, zhang, number))
        desk.counter.book.begin_print(second, NOON)
        third = issued(certificates.reissue(desk, zhang, second))
        first, *copies = (desk.counter.book.find(n) for n in (number, second, third))
        assert [number, second, third] == [tax_number(n) for n in (1, 2, 3)]
        assert first and first.original == ""
        for copy in copies:
            assert copy and (copy.opening, copy.original) == (Opening.REISSUE, number)
            assert copy.content == first.content and copy.code != first.code

    def test_who_goes_back_and_asks_the_same_again_gets_the_same(
        self, desk: CertificateDesk, asking: AskingOf, number: str
    ) -> None:
        first = certificates.reissue(desk, asking("张建国"), number)
        assert isinstance(first, Onward)
        assert certificates.reissue(desk, first.given, number) == first

    def test_found_by_number_months_and_authority(self, desk: CertificateDesk, asking: AskingOf, number: str) -> None:
        asked = asks_again(asking("张建国"), number, "2026-10", "2026-11", NANMING)
        assert [c.number for c in certificates.reissuable(desk, asked)] == [number]
        told = certificates.ask_reissuable(desk, asking("张建国"), asked.asked)
        assert told == Onward("found", asked)

    @pytest.mark.parametrize(
        ("name", "typed", "first", "last", "county"),
        [
            ("张建国", "995226000100000002", "2026-09", "2026-10", NANMING),
            ("赵永红", "", "2026-09", "2026-10", NANMING),
            ("张建国", "", "2026-09", "2026-10", XIXIU),
            ("张建国", "", "2026-01", "2026-08", NANMING),
            ("张建国", "", "2026-11", "2026-11", NANMING),
        ],
        ids=["no such number", "another's", "another authority", "earlier months", "later months"],
    )
    def test_e2(
        self,
        desk: CertificateDesk,
        asking: AskingOf,
        number: str,
        name: str,
        typed: str,
        first: str,
        last: str,
        county: str,
    ) -> None:
        asked = asks_again(asking(name), typed or number, first, last, county)
        answers = asked.asked
        assert certificates.ask_reissuable(desk, asking(name), answers) == Wrong(Text("未查询到任何信息"))
        assert certificates.reissuable(desk, asked) == ()

    @pytest.mark.parametrize("ask", [certificates.reissue, certificates.look_at])
    def test_another_persons_number_and_one_never_given(
        self,
        desk: CertificateDesk,
        asking: AskingOf,
        number: str,
        ask: Callable[[CertificateDesk, Certifying, str], Onward[Certifying] | Wrong],
    ) -> None:
        assert ask(desk, asking("赵永红"), number) == Wrong(certificates.NOT_FOUND)
        assert ask(desk, asking("张建国"), "995226000100000099") == Wrong(certificates.NOT_FOUND)
        assert desk.counter.book.issued(asking("赵永红").visitor.id, CertificateKind.TAX) == ()

    def test_records_of_both_and_a_look_at_them_gives_no_number(
        self, desk: CertificateDesk, asking: AskingOf, number: str
    ) -> None:
        zhang = asking("张建国")
        again = issued(certificates.reissue(desk, zhang, number))
        assert [c.number for c in certificates.first_issued(desk, zhang)] == [number]
        assert [c.number for c in certificates.reissued(desk, zhang)] == [again]
        assert issued(certificates.look_at(desk, zhang, again)) == again
        assert len(desk.counter.book.issued(zhang.visitor.id, CertificateKind.TAX)) == 2

    def test_after_a_restart(self, hall: Hall, desk: CertificateDesk, asking: AskingOf, number: str) -> None:
        printed(desk, number)
        hall.reopen()
        desk = desk_of(hall).certificates
        assert certificates.ask_first(desk, asking("张建国"), months("2026-09", "2026-10")) == Wrong(
            certificates.NOT_OPENED
        )
        assert issued(certificates.reissue(desk, asking("张建国"), number)) == "995226000100000002"


def number_of(session: Session) -> str:
    return session.visit.own(Certifying).certificate


class TestBackThroughTheScreens:
    """As the shell moves: a screen that one has come back to knows what it has been told."""

    def onward(self, desks: FrontDesk, session: Session, row: str = "") -> Session:
        """The screen after a form with its answers, or after a row of a list."""
        step, visit = SCREENS[session.at].step, session.visit
        assert isinstance(step, Form | Listing)
        desk, given = step.scope.desk(desks), step.scope.take(visit)
        if isinstance(step, Form):
            answer: object = step.ask(desk, given, visit.filled[step.name])
        else:
            assert step.choose
            answer = step.choose(desk, given, row)
        assert isinstance(answer, Onward)
        after = advance(SCREENS, session, answer.outcome, step.scope.after(visit, answer))
        assert after is not None
        return after

    def behind(self, session: Session, screens: int) -> Session:
        for _ in range(screens):
            earlier = back(SCREENS, session)
            assert earlier is not None
            session = earlier
        return session

    @pytest.mark.parametrize("screens", [1, 2])
    def test_a_year(self, desks: FrontDesk, person: Callable[[str], Person], screens: int) -> None:
        session = Session("alipay.proof_year", Visit("alipay", who=Identity(person("陈玉梅"))))
        for row in ("2026", ""):
            session = self.onward(desks, session, row)
        number, session = number_of(session), self.behind(session, screens)
        for row in ("2026", "")[-screens:]:
            session = self.onward(desks, session, row)
        assert (session.at, number_of(session)) == ("alipay.payment_document", number)

    @pytest.mark.parametrize("screens", [1, 2])
    def test_a_reissue(self, desks: FrontDesk, person: Callable[[str], Person], screens: int) -> None:
        zhang = Certifying(person("张建国"))
        first = issued(certificates.ask_first(desks.certificates, zhang, months("2026-09", "2026-10")))
        typed = asks_again(zhang, first, "2026-09", "2026-10", NANMING).asked
        visit = Visit("alipay", who=Identity(zhang.visitor)).with_answers(certificates.REISSUE_FORM, typed)
        session = Session("alipay.tax_reissue", visit)
        for row in ("", first):
            session = self.onward(desks, session, row)
        number, session = number_of(session), self.behind(session, screens)
        for row in ("", first)[-screens:]:
            session = self.onward(desks, session, row)
        assert (session.at, number_of(session)) == ("alipay.tax_document", number)

    def test_a_first_opening_in_wechat(self, desks: FrontDesk, person: Callable[[str], Person]) -> None:
        zhang = Visit("wechat", who=Identity(person("张建国")))
        asked = zhang.with_answers(certificates.FIRST_FORM, months("2026-09", "2026-10"))
        session = self.onward(desks, Session("wechat.tax_certificate", asked))
        number, session = number_of(session), self.behind(session, 1)
        assert number_of(self.onward(desks, session)) == number


def test_what_is_said_of_one_certificate_is_not_said_of_the_next(
    hall: Hall, desk: CertificateDesk, asking: AskingOf, person: Callable[[str], Person]
) -> None:
    """Another authority's payments are left over; that is said once."""
    elsewhere = replace(bill_of(person("张建国").id), agency=f"{XIXIU}P", period=Period(2025, 11))
    hall.store.tax.post("GZT00010000000000001", (elsewhere,), NOON, "wechat")
    zhang = asking("张建国")
    first = certificates.ask_first(desk, zhang, {"from": "2025-11", "to": "2026-09"})
    assert isinstance(first, Onward) and first.given.remark == certificates.MORE_AUTHORITIES
    chosen = replace(first.given, year="2026")
    for later in (
        certificates.issue_year(desk, chosen, ""),
        certificates.look_at(desk, first.given, first.given.certificate),
    ):
        assert isinstance(later, Onward) and later.given.remark == ""
