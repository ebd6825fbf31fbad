"""What was paid back is no longer certified, and no longer shown as if it had been kept."""

from collections.abc import Callable

import pytest

from domain.certificates.certificate import CertificateKind
from domain.flows.visit import Certifying
from domain.forms import certificates
from domain.forms.asking import Onward, Wrong
from domain.forms.desks import FrontDesk
from domain.money import Fen
from domain.people.person import Payment, bill_key
from domain.people.records import payments_of
from domain.refunds.application import Application, Refundable
from domain.refunds.problems import RefundProblem
from tests.desk import office_at
from tests.refunds.bench import draft_of

AskingOf = Callable[[str], Certifying]
PAID = Fen(878_94)


@pytest.fixture
def zhang(asking: AskingOf) -> Certifying:
    return asking("张建国")


def the_bill(desks: FrontDesk, zhang: Certifying) -> Refundable:
    """His latest month of pension."""
    return next(item for item in desks.claims.refunds.refundable(zhang.visitor.id) if item.fen == PAID)


def applied(desks: FrontDesk, zhang: Certifying, fen: int) -> Application:
    made = desks.claims.refunds.apply(draft_of(the_bill(desks, zhang), fen))
    assert isinstance(made, Application)
    return made


def paid_back(desks: FrontDesk, zhang: Certifying, fen: int) -> str:
    """Applied for, approved and paid to the bank account by staff; the bill's key."""
    application = applied(desks, zhang, fen)
    office = office_at(desks)
    for step in (office.take, office.approve, office.send, office.pay_out):
        assert not isinstance(step(application.number), RefundProblem)
    return application.draft.item.bill


def the_application(desks: FrontDesk, number: str) -> Application:
    return desks.claims.refunds.book.get(number)


def payment(desks: FrontDesk, zhang: Certifying, bill: str) -> Payment:
    person = zhang.visitor.id
    paid = payments_of(desks.payments.tax, desks.payments.orders, desks.payments.refunds, person)
    keyed = {bill_key(person, p.scheme, p.insurance, p.period): p for p in paid}
    return keyed[bill]


@pytest.mark.parametrize(("fen", "kept"), [(PAID, 0), (100_00, 778_94), (1, 878_93)])
def test_what_was_paid_back_is_known_of_the_payment(desks: FrontDesk, zhang: Certifying, fen: int, kept: int) -> None:
    found = payment(desks, zhang, paid_back(desks, zhang, fen))
    assert (found.fen, found.refunded, found.kept) == (PAID, fen, kept)


def test_from_applied_for_to_paid_back_by_way_of_a_return(desks: FrontDesk, zhang: Certifying) -> None:
    """What is on its way is not certified either; what comes back is again."""
    number, office = applied(desks, zhang, 100_00).number, office_at(desks)
    seen = []
    for step in (
        office.take,
        office.approve,
        office.send,
        office.give_back,
        office.approve,
        office.send,
        office.pay_out,
    ):
        assert not isinstance(step(number), RefundProblem)
        found = payment(desks, zhang, the_application(desks, number).draft.item.bill)
        seen.append((found.leaving, found.refunded, found.kept))
    here, away, gone = (0, 0, 878_94), (100_00, 0, 778_94), (0, 100_00, 778_94)
    assert seen == [here, away, away, here, away, away, gone]


def test_what_a_refund_made_untrue_is_told_as_that(
    desks: FrontDesk, zhang: Certifying, of_the_bill: dict[str, str]
) -> None:
    """Nobody has held its paper, and it cannot be had any more: the counter has to help."""
    opened(desks, zhang, of_the_bill)
    paid_back(desks, zhang, PAID)
    rest = desks.certificates.counter.openable(zhang.visitor)
    assert not any(x.period.key == of_the_bill["from"] and x.fen == PAID for p in rest for x in p.lines)
    for _ in range(2):
        answer = certificates.ask_first(desks.certificates, zhang, of_the_bill)
        if isinstance(answer, Wrong):
            break
        desks.certificates.counter.book.begin_print(answer.given.certificate, desks.certificates.almanac.clock())
    assert answer == Wrong(certificates.REFUNDED)
    whole = {**of_the_bill, "authority": "520102"}
    assert certificates.ask_openable(desks.certificates, zhang, whole) == Wrong(certificates.REFUNDED)


@pytest.mark.parametrize(("fen", "listed"), [(PAID, ()), (100_00, (778_94,))], ids=["all", "a part"])
def test_a_certificate_lists_what_was_kept(
    desks: FrontDesk, zhang: Certifying, fen: int, listed: tuple[int, ...]
) -> None:
    bill = paid_back(desks, zhang, fen)
    kept = payment(desks, zhang, bill)
    lines = desks.certificates.counter.lines(zhang.visitor)
    assert tuple(x.fen for x in lines if (x.period, x.insurance) == (kept.period, kept.insurance)) == listed


def opened(desks: FrontDesk, zhang: Certifying, period: dict[str, str]) -> str:
    answer = certificates.ask_first(desks.certificates, zhang, period)
    assert isinstance(answer, Onward)
    return answer.given.certificate


@pytest.fixture
def of_the_bill(desks: FrontDesk, zhang: Certifying) -> dict[str, str]:
    """The months of a tax certificate that lists the bill."""
    month = the_bill(desks, zhang).period.key
    return {"from": month, "to": month}


def test_one_that_was_never_printed_is_not_to_be_had_any_more(
    desks: FrontDesk, zhang: Certifying, of_the_bill: dict[str, str]
) -> None:
    number = opened(desks, zhang, of_the_bill)
    assert opened(desks, zhang, of_the_bill) == number
    paid_back(desks, zhang, 100_00)
    assert number not in [c.number for c in desks.certificates.counter.unprinted(zhang.visitor)]
    assert certificates.look_at(desks.certificates, zhang, number) == Wrong(certificates.REFUNDED)


def test_one_that_was_printed_is_not_reissued(desks: FrontDesk, zhang: Certifying, of_the_bill: dict[str, str]) -> None:
    number = opened(desks, zhang, of_the_bill)
    desks.certificates.counter.book.begin_print(number, desks.certificates.almanac.clock())
    again = certificates.reissue(desks.certificates, zhang, number)
    assert isinstance(again, Onward)
    paid_back(desks, zhang, PAID)
    assert certificates.reissue(desks.certificates, zhang, number) == Wrong(certificates.REFUNDED)
    assert certificates.look_at(desks.certificates, zhang, again.given.certificate) == Wrong(certificates.REFUNDED)
    assert len(desks.certificates.counter.book.issued(zhang.visitor.id, CertificateKind.TAX)) == 2
