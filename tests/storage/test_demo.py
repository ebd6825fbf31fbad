"""The demonstration's people in the store: added once, kept as visitors leave them, right on every day."""

from datetime import date

import pytest
from sqlalchemy import MetaData, select

from domain.people.insurance import Insurance, Scheme
from kit.people.reading import people_from_toml
from kit.people.store import fill
from storage.rows import PostedBillRow
from storage.store import Store
from tests.payment.hall import ASSETS, BOOK, NOON, PEOPLE
from tests.storage.test_tax import RESIDENT_PENSION, person

TODAY = NOON.date()


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.sessions.reading() as session:
        metadata = MetaData()
        metadata.reflect(session.connection())
        return {t.name: sorted(map(tuple, session.execute(select(t))), key=repr) for t in metadata.sorted_tables}


def test_filling_again_changes_nothing(store: Store) -> None:
    before = everything(store)
    assert len(before["people"]) == len(PEOPLE) and before["posted_bills"] and before["owed_bills"]
    fill(store, PEOPLE, BOOK, TODAY)
    assert everything(store) == before


def test_what_visitors_did_stays_done(store: Store) -> None:
    li = person(store, "李桂兰")
    arrears = store.tax.owed(li, *RESIDENT_PENSION)
    store.tax.post("A", arrears, NOON, "wechat")
    before = everything(store)
    fill(store, PEOPLE, BOOK, TODAY)
    assert everything(store) == before and store.tax.owed(li, *RESIDENT_PENSION) == ()


@pytest.mark.parametrize("today", [TODAY, date(2026, 12, 31), date(2027, 1, 1), date(2028, 2, 29), date(2029, 9, 1)])
def test_everybody_shows_their_case_on_any_later_day(store: Store, today: date) -> None:
    people = people_from_toml((ASSETS / "demo" / "people.toml").read_text("utf-8"), today)
    fill(store, people, BOOK, today)
    for who in people:
        key = person(store, who.name)
        paid = {f"{key}/{i.scheme}/{i.insurance}/{i.period.key}" for i in who.paid}
        assert paid <= store.tax.paid(key)
        owed = {bill.period for bill in store.tax.owed(key, *RESIDENT_PENSION)}
        assert {item.period for item in who.arrears} <= owed
        assert all(store.tax.enrolments(key, e.scheme) for e in who.enrolments)
        declared = {(r.insurance, r.period, r.tier) for r in store.tax.declared(key, Scheme.FLEXIBLE)}
        assert {(i.insurance, i.period, i.tier) for i in who.tier_records} <= declared


def test_amounts_are_the_policys_where_it_knows_them(store: Store) -> None:
    pension = select(PostedBillRow.fen).where(PostedBillRow.insurance == Insurance.PENSION)
    with store.sessions.reading() as session:
        amounts = session.scalars(pension).all()
    assert amounts and all(amounts)
