"""What was paid back is no longer certified, and no longer shown as if it had been kept."""

from collections.abc import Callable

import pytest

from domain.certificates.certificate import CertificateKind
from domain.flows.visit import Visit
from domain.forms import certificates
from domain.forms.asking import FrontDesk, Onward, Wrong
from domain.money import Fen
from domain.people.person import Payment, bill_key
from domain.refunds.application import Application, Refundable
from domain.refunds.problems import RefundProblem
from tests.desk import office_at
from tests.refunds.bench import draft_of

VisitOf = Callable[[str], Visit]
PAID = Fen(878_94)


@pytest.fixture
def zhang(visit: VisitOf) -> Visit:
    return visit("张建国")


def the_bill(desk: FrontDesk, zhang: Visit) -> Refundable:
    """His latest month of pension."""
    return next(item for item in desk.refunds.refundable(certificates.whose(zhang).id) if item.fen == PAID)


def applied(desk: FrontDesk, zhang: Visit, fen: int) -> Application:
    made = desk.refunds.apply(draft_of(the_bill(desk, zhang), fen))
    assert isinstance(made, Application)
    return made


def paid_back(desk: FrontDesk, zhang: Visit, fen: int) -> str:
    """Applied for, approved and paid to the bank account by staff; the bill's key."""
    application = applied(desk, zhang, fen)
    office = office_at(desk)
    for step in (office.take, office.approve, office.send, office.pay_out):
        assert not isinstance(step(application.number), RefundProblem)
    return application.draft.item.bill


def the_application(desk: FrontDesk, number: str) -> Application:
    return desk.refunds.book.get(number)


def payment(desk: FrontDesk, zhang: Visit, bill: str) -> Payment:
    person = certificates.whose(zhang).id
    keyed = {bill_key(person, p.scheme, p.insurance, p.period): p for p in desk.tax.payments(person)}
    return keyed[bill]


@pytest.mark.parametrize(("fen", "kept"), [(PAID, 0), (100_00, 778_94), (1, 878_93)])
def test_what_was_paid_back_is_known_of_the_payment(desk: FrontDesk, zhang: Visit, fen: int, kept: int) -> None:
    found = payment(desk, zhang, paid_back(desk, zhang, fen))
    assert (found.fen, found.refunded, found.kept) == (PAID, fen, kept)


def test_from_applied_for_to_paid_back_by_way_of_a_return(desk: FrontDesk, zhang: Visit) -> None:
    """What is on its way is not certified either; what comes back is again."""
    number, office = applied(desk, zhang, 100_00).number, office_at(desk)
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
        found = payment(desk, zhang, the_application(desk, number).draft.item.bill)
        seen.append((found.leaving, found.refunded, found.kept))
    here, away, gone = (0, 0, 878_94), (100_00, 0, 778_94), (0, 100_00, 778_94)
    assert seen == [here, away, away, here, away, away, gone]


def test_what_a_refund_made_untrue_is_told_as_that(desk: FrontDesk, zhang: Visit, of_the_bill: dict[str, str]) -> None:
    """Nobody has held its paper, and it cannot be had any more: the counter has to help."""
    opened(desk, zhang, of_the_bill)
    paid_back(desk, zhang, PAID)
    rest = desk.counter.openable(certificates.whose(zhang))
    assert not any(x.period.key == of_the_bill["from"] and x.fen == PAID for p in rest for x in p.lines)
    for _ in range(2):
        answer = certificates.ask_first(desk, zhang, of_the_bill)
        if isinstance(answer, Wrong):
            break
        desk.counter.book.begin_print(answer.visit.certificate, desk.clock())
    assert answer == Wrong(certificates.REFUNDED)
    whole = {**of_the_bill, "authority": "520102"}
    assert certificates.ask_openable(desk, zhang, whole) == Wrong(certificates.REFUNDED)


@pytest.mark.parametrize(("fen", "listed"), [(PAID, ()), (100_00, (778_94,))], ids=["all", "a part"])
def test_a_certificate_lists_what_was_kept(desk: FrontDesk, zhang: Visit, fen: int, listed: tuple[int, ...]) -> None:
    bill = paid_back(desk, zhang, fen)
    kept = payment(desk, zhang, bill)
    lines = desk.counter.lines(certificates.whose(zhang))
    assert tuple(x.fen for x in lines if (x.period, x.insurance) == (kept.period, kept.insurance)) == listed


def opened(desk: FrontDesk, zhang: Visit, period: dict[str, str]) -> str:
    answer = certificates.ask_first(desk, zhang, period)
    assert isinstance(answer, Onward)
    return answer.visit.certificate


@pytest.fixture
def of_the_bill(desk: FrontDesk, zhang: Visit) -> dict[str, str]:
    """The months of a tax certificate that lists the bill."""
    month = the_bill(desk, zhang).period.key
    return {"from": month, "to": month}


def test_one_that_was_never_printed_is_not_to_be_had_any_more(
    desk: FrontDesk, zhang: Visit, of_the_bill: dict[str, str]
) -> None:
    number = opened(desk, zhang, of_the_bill)
    assert opened(desk, zhang, of_the_bill) == number
    paid_back(desk, zhang, 100_00)
    assert number not in [c.number for c in desk.counter.unprinted(certificates.whose(zhang))]
    assert certificates.look_at(desk, zhang, number) == Wrong(certificates.REFUNDED)


def test_one_that_was_printed_is_not_reissued(desk: FrontDesk, zhang: Visit, of_the_bill: dict[str, str]) -> None:
    number = opened(desk, zhang, of_the_bill)
    desk.counter.book.begin_print(number, desk.clock())
    again = certificates.reissue(desk, zhang, number)
    assert isinstance(again, Onward)
    paid_back(desk, zhang, PAID)
    assert certificates.reissue(desk, zhang, number) == Wrong(certificates.REFUNDED)
    assert certificates.look_at(desk, zhang, again.visit.certificate) == Wrong(certificates.REFUNDED)
    assert len(desk.counter.book.issued(certificates.whose(zhang).id, CertificateKind.TAX)) == 2
