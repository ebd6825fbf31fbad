"""The embedded part of the tax system: finding people, what they owe, and posting exactly once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.identity import DocumentKind, masked_name, spelt
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme
from domain.people.person import Bill, Masked, TierRecord
from domain.ports import PostingRefused
from kit.people.people import DemoPerson
from kit.people.store import fill
from storage.rows import PostedBillRow, PostingRow
from storage.store import Store
from tests.payment.hall import BOOK, LI, NOON, PEOPLE, ZHANG, ZHOU, bill_of

RESIDENT_PENSION = Scheme.RESIDENT, Insurance.PENSION


def person(store: Store, name: str = ZHANG.name) -> int:
    who = next(p for p in PEOPLE if p.name == name)
    found = store.tax.find_person(who.kind, who.number, who.name)
    assert found is not None
    return found.id


def refusal(job: Callable[[], object]) -> str:
    with pytest.raises(PostingRefused) as refused:
        job()
    return str(refused.value)


class TestFindingPeople:
    @pytest.mark.parametrize("who", PEOPLE, ids=lambda who: who.name)
    def test_everybody_by_kind_number_and_name(self, store: Store, who: DemoPerson) -> None:
        found = store.tax.find_person(who.kind, who.number, who.name)
        assert found is not None
        assert (found.kind, found.number, found.name) == (who.kind, who.number, who.name)

    @pytest.mark.parametrize(
        ("kind", "number", "name"),
        [
            (ZHANG.kind, ZHANG.number, LI.name),
            (ZHANG.kind, LI.number, ZHANG.name),
            (DocumentKind.FOREIGN_PASSPORT, ZHANG.number, ZHANG.name),
            (ZHANG.kind, ZHANG.number, ""),
            (ZHANG.kind, "", ""),
        ],
    )
    def test_a_wrong_number_and_a_wrong_name_are_the_same_nothing(
        self, store: Store, kind: DocumentKind, number: str, name: str
    ) -> None:
        assert store.tax.find_person(kind, number, name) is None

    @pytest.mark.parametrize(
        ("registered", "typed"),
        [
            ("古丽•艾山", "古丽·艾山"),
            ("古丽．艾山", "古丽・艾山"),
            ("刘\ue863", "刘䶮"),
            ("刘䶮", "刘\ue863"),
            ("\uf9d1海", "六海"),
            ("张　三", "张三"),
            ("JOHN  SMITH", "John Smith"),
            ("Zoë Müller", "ZOE\u0308 MU\u0308LLER"),
        ],
    )
    def test_somebody_who_is_registered_in_another_spelling(self, store: Store, registered: str, typed: str) -> None:
        who = replace(
            ZHANG, number="X1234567", kind=DocumentKind.FOREIGN_PASSPORT, name=registered, phone="19900000099"
        )
        fill(store, [who], BOOK, NOON.date())
        found = store.tax.find_person(who.kind, who.number, typed)
        assert found is not None and found == store.tax.find_person(who.kind, who.number, registered)
        assert found.name == spelt(registered)

    def test_what_people_are_enrolled_in_and_owe(self, store: Store) -> None:
        li = person(store, LI.name)
        assert store.tax.enrolments(li, Scheme.RESIDENT) == LI.enrolments
        assert store.tax.enrolments(li, Scheme.FLEXIBLE) == ()
        liu = person(store, "刘志强")
        owed = store.tax.owed(liu, *RESIDENT_PENSION)
        assert [(bill.period.year, bill.fen) for bill in owed] == [
            (2022, 60000), (2023, 60000), (2024, 30000), (2025, 30000),
        ]  # fmt: skip
        assert store.tax.owed(liu, Scheme.RESIDENT, Insurance.MEDICAL) == ()


class TestPosting:
    def test_the_same_order_again_is_the_same_voucher(self, store: Store) -> None:
        bill = bill_of(person(store))
        voucher = store.tax.post("A", (bill,), NOON, "wechat")
        assert len(voucher) == 18 and voucher.startswith("52") and voucher.isdigit()
        assert store.tax.post("A", (bill,), NOON + timedelta(days=1), "wechat") == voucher
        assert bill.key in store.tax.paid(bill.person)

    def test_paid_arrears_are_not_owed_any_more(self, store: Store) -> None:
        liu = person(store, "刘志强")
        first, second, *others = store.tax.owed(liu, *RESIDENT_PENSION)
        store.tax.post("A", (first, second), NOON, "wechat")
        assert store.tax.owed(liu, *RESIDENT_PENSION) == tuple(others)
        assert store.tax.paid(liu) == {f"{liu}/resident/pension/2021", first.key, second.key}

    def test_a_bill_is_posted_once_and_with_it_goes_the_whole_order(self, store: Store) -> None:
        first, second = bill_of(person(store)), bill_of(person(store), month=12)
        store.tax.post("A", (first,), NOON, "wechat")
        assert refusal(lambda: store.tax.post("B", (second, first), NOON, "wechat")) == "posted by another order"
        assert second.key not in store.tax.paid(first.person)
        store.tax.post("C", (second,), NOON, "wechat")

    @pytest.mark.parametrize("who", [ZHOU.name, None])
    def test_who_is_not_accepted(self, store: Store, who: str | None) -> None:
        bill = bill_of(person(store, who) if who else 4711)
        assert refusal(lambda: store.tax.post("A", (bill,), NOON, "wechat")) == "this person's payments are not taken"
        assert store.tax.paid(bill.person) == set()

    def test_no_voucher_is_given_twice_and_a_file_leaves_no_gap_whatever_is_refused_in_between(
        self, store: Store
    ) -> None:
        """On a server two that post the same at once may both have taken a number: one of them is nobody's then."""
        zhang, zhou = person(store), person(store, ZHOU.name)

        def post(n: int) -> str | None:
            who = zhou if n % 3 == 0 else zhang
            bill = Bill(who, Scheme.FLEXIBLE, Insurance.PENSION, Period(2000 + n % 15), "", "60", None, Fen(1))
            try:
                return store.tax.post(f"ORDER{n}", (bill,), NOON, "wechat")
            except PostingRefused:
                return None

        with ThreadPoolExecutor(6) as pool:
            vouchers = sorted(voucher for voucher in pool.map(post, range(30)) if voucher)
        assert len(vouchers) == 10
        with store.sessions.reading() as session:
            all_vouchers = sorted(int(voucher[2:]) for voucher in session.scalars(select(PostingRow.voucher)))
            assert set(session.scalars(select(PostedBillRow.voucher))) >= set(vouchers)
            in_a_file = session.connection().dialect.name == "sqlite"
        assert len(set(all_vouchers)) == len(all_vouchers)
        assert all_vouchers[-1] == len(all_vouchers) or not in_a_file


class TestChoicesOfTier:
    def record(self, store: Store, tier: str = "60", minutes: int = 0, month: int = 11) -> TierRecord:
        fen = {"60": 87894, "80": 117192}[tier]
        subject = person(store, "王秀英"), Scheme.FLEXIBLE, Insurance.PENSION, Period(2026, month)
        return TierRecord(*subject, tier, Fen(fen * 5), Fen(fen), "wechat", NOON + timedelta(minutes=minutes))

    def test_the_newest_comes_first_and_the_same_again_replaces(self, store: Store) -> None:
        november, december = self.record(store), self.record(store, month=12, minutes=1)
        store.tax.declare(november)
        store.tax.declare(december)
        assert store.tax.declared(november.person, Scheme.FLEXIBLE) == (december, november)
        changed = self.record(store, "80", minutes=2)
        store.tax.declare(changed)
        assert store.tax.declared(november.person, Scheme.FLEXIBLE) == (changed, december)
        assert store.tax.declared(november.person, Scheme.RESIDENT) == ()

    def test_paying_marks_the_choice_and_fixes_it(self, store: Store) -> None:
        record, other = self.record(store), self.record(store, month=12)
        store.tax.declare(record)
        store.tax.declare(other)
        store.tax.post("A", (bill_of(record.person),), NOON, "wechat")
        paid = {r.period.month: r.paid for r in store.tax.declared(record.person, Scheme.FLEXIBLE)}
        assert paid == {11: True, 12: False}
        store.tax.declare(self.record(store, "80", minutes=5))
        tiers = {r.period.month: (r.tier, r.paid) for r in store.tax.declared(record.person, Scheme.FLEXIBLE)}
        assert tiers == {11: ("60", True), 12: ("60", False)}


def test_staff_are_shown_who_somebody_is_and_nothing_whole(store: Store) -> None:
    zhang = store.tax.masked(person(store, "张建国"))
    assert zhang == Masked(DocumentKind.RESIDENT_ID, "520***********0119", "张**")
    assert store.tax.masked(10**6) is None


@pytest.mark.parametrize(("name", "shown"), [("张", "*"), ("王秀英", "王**"), ("JOHN", "J***"), ("", "")])
def test_a_name_keeps_its_first_character(name: str, shown: str) -> None:
    assert masked_name(name) == shown
