"""Entering payments: once, whole, and the same answer to whoever asks again. As `TaxSystem` says."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier
from typing import TypeVar

from domain.people.insurance import Scheme
from domain.people.person import Bill, Payment, Person, Standing, TierRecord
from domain.ports import PostingRefused
from tests.contract.bench import NOON, PENSION, Desk, months

A = TypeVar("A")
T = TypeVar("T")
AT_ONCE = 8


def bills(person: Person, *numbers: int) -> tuple[Bill, ...]:
    return tuple(due.bill(person) for due in months(*numbers))


def post(desk: Desk, number: str, *which: Bill) -> str:
    return desk.tax.post(number, which, NOON, "wechat")


def refused(job: Callable[[], object]) -> bool:
    try:
        job()
    except PostingRefused:
        return True
    return False


def at_once(do: Callable[[A], T], to: Sequence[A]) -> list[T | None]:
    """What each comes to that begins together with the others; None for what is refused."""
    start = Barrier(len(to))

    def run(one: A) -> T | None:
        start.wait()
        try:
            return do(one)
        except PostingRefused:
            return None

    with ThreadPoolExecutor(len(to)) as pool:
        return list(pool.map(run, to))


class TestOneOrder:
    def test_it_has_one_voucher_and_settles_what_it_pays(self, desk: Desk) -> None:
        person = desk.knows(desk.somebody(owed=months(8, 9, 10)))
        paid, number = bills(person, 8, 9), desk.order()
        voucher = post(desk, number, *paid)
        assert voucher
        assert desk.tax.paid(person.id) == {bill.key for bill in paid}
        assert desk.tax.owed(person.id, *PENSION) == bills(person, 10)
        assert set(desk.tax.payments(person.id)) == {
            Payment(
                *(bill.scheme, bill.insurance, bill.period, bill.agency, bill.tier, bill.fen),
                *("wechat", NOON, Standing.POSTED, voucher, number),
            )
            for bill in paid
        }

    def test_one_for_a_household_is_told_to_each(self, desk: Desk) -> None:
        one, other = desk.knows(), desk.knows()
        voucher = post(desk, desk.order(), *bills(one, 11), *bills(other, 11))
        for person in (one, other):
            assert [payment.voucher for payment in desk.tax.payments(person.id)] == [voucher]

    def test_again_it_has_the_same_voucher(self, desk: Desk) -> None:
        person, number = desk.knows(), desk.order()
        voucher = post(desk, number, *bills(person, 11))
        assert desk.tax.post(number, bills(person, 11), NOON + timedelta(days=1), "alipay") == voucher
        assert [payment.paid_at for payment in desk.tax.payments(person.id)] == [NOON]

    def test_again_with_other_bills_it_posts_nothing(self, desk: Desk) -> None:
        person, number = desk.knows(), desk.order()
        voucher = post(desk, number, *bills(person, 11))
        assert post(desk, number, *bills(person, 11, 12)) == voucher
        assert desk.tax.paid(person.id) == {bill.key for bill in bills(person, 11)}

    def test_at_once_it_has_the_same_voucher(self, desk: Desk) -> None:
        person, number = desk.knows(), desk.order()
        vouchers = at_once(lambda which: post(desk, number, *which), [bills(person, 10, 11)] * AT_ONCE)
        assert len(set(vouchers)) == 1 and vouchers[0]
        assert len(desk.tax.payments(person.id)) == 2


class TestManyOrders:
    def test_what_one_has_posted_no_other_does_nor_anything_with_it(self, desk: Desk) -> None:
        person = desk.knows()
        post(desk, desk.order(), *bills(person, 11))
        assert refused(lambda: post(desk, desk.order(), *bills(person, 10, 11, 12)))
        assert desk.tax.paid(person.id) == {bill.key for bill in bills(person, 11)}

    def test_what_was_paid_elsewhere_is_not_posted(self, desk: Desk) -> None:
        person = desk.knows(desk.somebody(paid=months(11)))
        assert refused(lambda: post(desk, desk.order(), *bills(person, 11)))

    def test_of_many_for_one_bill_at_once_one_is_posted(self, desk: Desk) -> None:
        person = desk.knows()
        numbers = [desk.order() for _ in range(AT_ONCE)]
        vouchers = at_once(lambda number: post(desk, number, *bills(person, 11)), numbers)
        posted = [(number, voucher) for number, voucher in zip(numbers, vouchers, strict=True) if voucher is not None]
        assert [(one.order, one.voucher) for one in desk.tax.payments(person.id)] == posted

    def test_of_those_that_overlap_all_or_nothing_is_posted_of_each(self, desk: Desk) -> None:
        """In one order and in the other: nobody waits for whoever waits for them."""
        person = desk.knows()
        forth, back = bills(person, 9, 10, 11), bills(person, 12, 11, 10)
        at_once(lambda which: post(desk, desk.order(), *which), (forth, back) * (AT_ONCE // 2))
        assert desk.tax.paid(person.id) in ({bill.key for bill in forth}, {bill.key for bill in back})

    def test_of_many_at_once_each_has_its_own_voucher(self, desk: Desk) -> None:
        people = [desk.knows() for _ in range(AT_ONCE)]
        vouchers = at_once(lambda who: post(desk, desk.order(), *bills(who, 11)), people)
        assert len(set(vouchers)) == AT_ONCE and all(vouchers)


class TestWhoIsNotTaken:
    def test_somebody_whose_payments_are_refused(self, desk: Desk) -> None:
        person = desk.knows(desk.somebody(refused=True))
        assert refused(lambda: post(desk, desk.order(), *bills(person, 11)))
        assert desk.tax.paid(person.id) == frozenset()

    def test_nobody(self, desk: Desk) -> None:
        nobody = replace(desk.knows(), id=2**40)
        assert refused(lambda: post(desk, desk.order(), *bills(nobody, 11)))

    def test_nor_is_whoever_pays_together_with_them(self, desk: Desk) -> None:
        person, other = desk.knows(), desk.knows(desk.somebody(refused=True))
        assert refused(lambda: post(desk, desk.order(), *bills(person, 11), *bills(other, 11)))
        assert desk.tax.paid(person.id) == frozenset()


class TestByHand:
    """A window of the bureau has posted it; the terminal passes that on."""

    def by_hand(self, desk: Desk, number: str, voucher: str, *which: Bill) -> None:
        desk.tax.posted_by_hand(number, which, NOON, "wechat", voucher)

    def test_it_is_posted_under_that_voucher(self, desk: Desk) -> None:
        person = desk.knows(desk.somebody(owed=months(10, 11)))
        number, voucher, which = desk.order(), desk.voucher(), bills(person, 11)
        desk.bench.by_hand(number, which, NOON, "wechat", voucher)
        for _ in ("once", "and again"):
            self.by_hand(desk, number, voucher, *which)
            assert [(one.voucher, one.order) for one in desk.tax.payments(person.id)] == [(voucher, number)]
        assert desk.tax.owed(person.id, *PENSION) == bills(person, 10)
        assert post(desk, number, *which) == voucher

    def test_at_once_it_is_posted_once(self, desk: Desk) -> None:
        person, number, voucher = desk.knows(), desk.order(), desk.voucher()
        desk.bench.by_hand(number, bills(person, 10, 11), NOON, "wechat", voucher)
        at_once(lambda which: self.by_hand(desk, number, voucher, *which), [bills(person, 10, 11)] * AT_ONCE)
        assert [one.voucher for one in desk.tax.payments(person.id)] == [voucher] * 2

    def test_a_bill_with_another_voucher_is_refused(self, desk: Desk) -> None:
        person, number = desk.knows(), desk.order()
        voucher = post(desk, number, *bills(person, 11))
        assert refused(lambda: self.by_hand(desk, number, desk.voucher(), *bills(person, 11)))
        assert refused(lambda: self.by_hand(desk, desk.order(), desk.voucher(), *bills(person, 11, 12)))
        assert [one.voucher for one in desk.tax.payments(person.id)] == [voucher]

    def test_a_voucher_of_another_payment_is_refused(self, desk: Desk) -> None:
        person, number = desk.knows(), desk.order()
        voucher = post(desk, number, *bills(person, 11))
        assert refused(lambda: self.by_hand(desk, desk.order(), voucher, *bills(person, 12)))
        assert refused(lambda: self.by_hand(desk, number, voucher, *bills(person, 11, 12)))
        assert desk.tax.paid(person.id) == {bill.key for bill in bills(person, 11)}


class TestChoicesOfTier:
    def choice(self, bill: Bill, minutes: int = 0) -> TierRecord:
        return TierRecord.of(bill, "wechat", NOON + timedelta(minutes=minutes))

    def test_the_newest_comes_first(self, desk: Desk) -> None:
        person = desk.knows()
        old, new = (self.choice(bill, n) for n, bill in enumerate(bills(person, 12, 11)))
        desk.tax.declare(old)
        desk.tax.declare(new)
        assert desk.tax.declared(person.id, Scheme.FLEXIBLE) == (new, old)
        assert desk.tax.declared(person.id, Scheme.RESIDENT) == ()

    def test_the_same_again_replaces_it(self, desk: Desk) -> None:
        (bill,) = bills(desk.knows(), 11)
        chosen = self.choice(replace(bill, tier="500"), minutes=1)
        for record in (self.choice(bill), chosen, chosen):
            desk.tax.declare(record)
        assert desk.tax.declared(bill.person, Scheme.FLEXIBLE) == (chosen,)

    def test_what_is_paid_stays_as_it_was_paid(self, desk: Desk) -> None:
        person = desk.knows()
        paid, other = (self.choice(bill, n) for n, bill in enumerate(bills(person, 11, 12)))
        for record in (paid, other):
            desk.tax.declare(record)
        post(desk, desk.order(), *bills(person, 11))
        desk.tax.declare(replace(paid, tier="500", recorded_at=NOON + timedelta(hours=1)))
        assert desk.tax.declared(person.id, Scheme.FLEXIBLE) == (other, replace(paid, paid=True))

    def test_at_once_one_stays(self, desk: Desk) -> None:
        (bill,) = bills(desk.knows(), 11)
        said = [self.choice(replace(bill, tier=f"{n}00")) for n in range(AT_ONCE)]
        at_once(desk.tax.declare, said)
        (stands,) = desk.tax.declared(bill.person, Scheme.FLEXIBLE)
        assert stands in said


def test_at_once_one_account_of_the_app_is_opened(desk: Desk) -> None:
    person, phones = desk.knows(), [desk.phone() for _ in range(AT_ONCE)]
    opened = at_once(lambda phone: desk.tax.open_account(person.id, phone), phones)
    assert opened.count(True) == 1
    assert [phone for phone in phones if desk.tax.account_of(phone)] == [phones[opened.index(True)]]
