"""How much longer look-ups and postings take when very many have paid before. `scripts/growth`."""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, text

from domain.identity import DocumentKind
from domain.people.insurance import Insurance, Period, Scheme
from kit.bureau.cluster import cluster_of_its_own
from storage import mapping
from storage.bureau.opening import make_bureau, open_bureau
from storage.rows import PostedBillRow, PostingRow
from storage.store import Store
from storage.tax import identity_digest, number_digest
from tests.payment.hall import NOON, bill_of

FEW = 10_000
EACH = 12
"""Payments of a person: a year's, made month by month with everybody else's."""
LONGER = 1.5
NAME = "张三"
KNOWN, STRIDE = 1000, 7919
BYTES = 500
"""On the disk for each payment, with its indexes, and as much again while they are made."""

PEOPLE = """
INSERT INTO people (id, kind, number_digest, identity_digest, number_sealed, name_sealed, posting_refused)
  SELECT n, '201', sha256(('number' || n)::bytea), sha256(('identity' || n)::bytea),
    sha256(('a' || n)::bytea) || '\\x000102030405060708090a0b0c0d', sha256(('b' || n)::bytea) || '\\x0001020304', false
  FROM generate_series(1, :people) n;
INSERT INTO enrolments (id, person_id, scheme, insurance, agency, category)
  SELECT n * 2 + one, n, 'flexible', (ARRAY['pension', 'medical'])[one + 1], '520102P', ''
  FROM generate_series(1, :people) n, generate_series(0, 1) one;
INSERT INTO owed_bills (bill_key, person_id, scheme, insurance, period, agency, tier, base, fen)
  SELECT n || '/flexible/pension/2024-12', n, 'flexible', 'pension', '2024-12', '520102P', '60', 439470, 87894
  FROM generate_series(1, :people) n
"""
PAYMENTS = """
INSERT INTO postings (voucher, order_number, paid_at, channel)
  SELECT '52' || lpad(n::text, 16, '0'), 'GZT0001' || lpad(n::text, 15, '0'),
    timestamptz '2025-01-01' + n * interval '1 s', 'wechat'
  FROM generate_series(1, :payments) n;
INSERT INTO posted_bills (bill_key, person_id, scheme, insurance, period, voucher, agency, tier, base, fen)
  SELECT format('%s/flexible/pension/2025-%s', person, lpad(month::text, 2, '0')), person, 'flexible', 'pension',
    '2025-' || lpad(month::text, 2, '0'), '52' || lpad(n::text, 16, '0'), '520102P', '60', 439470, 87894
  FROM (
    SELECT n, (n - 1) % :people + 1 AS person, (n - 1) / :people + 1 AS month FROM generate_series(1, :payments) n
  ) paid
"""
TABLES = PostedBillRow.__tablename__, PostingRow.__tablename__
"""Where the payments are."""


def main(said: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="scripts/growth", description=__doc__)
    parser.add_argument("--many", type=int, default=10_000_000, help="payments (10000000)")
    parser.add_argument("--rounds", type=int, default=1000, help="how often each is done (1000)")
    parser.add_argument(
        "--in", dest="place", type=Path, default=Path("/var/tmp"), help="where there is room (/var/tmp)"
    )
    given = parser.parse_args(said)
    wanted, free = given.many * 2 * BYTES, shutil.disk_usage(given.place).free
    if free < wanted:
        print(f"{given.place} has {free >> 30} GB free, and {wanted >> 30} GB are needed", file=sys.stderr)
        return 2
    told = _measured(given.many, given.rounds, given.place)
    print(json.dumps(told, indent=2))
    return int(any(one["median_times"] > LONGER for one in told["acts"].values()))


def _measured(many: int, rounds: int, place: Path) -> dict[str, Any]:
    settings = {"shared_buffers": "512MB", "max_wal_size": "4GB", "maintenance_work_mem": "512MB"}
    with TemporaryDirectory() as folder, cluster_of_its_own(place, **settings) as cluster:
        stores = {}
        for payments in (FEW, many):
            name, began = f"with{payments}", perf_counter()
            cluster.tell(f"CREATE DATABASE {name} TEMPLATE template0")
            make_bureau(cluster.url(name), Path(folder) / "key", token=os.urandom)
            stores[payments] = open_bureau(cluster.url(name), Path(folder) / "key", token=os.urandom)
            _fill(stores[payments], payments)
            print(f"{payments} payments in {perf_counter() - began:.0f} s", file=sys.stderr)
        acts = {payments: _acts(store, payments // EACH) for payments, store in stores.items()}
        told: dict[str, dict[int, list[float]]] = {name: {payments: [] for payments in acts} for name in acts[many]}
        for n in range(rounds):
            for name in told:
                for payments, act in list(acts.items())[:: -1 if n % 2 else 1]:
                    told[name][payments].append(_ms(act[name], n))
        sizes = {payments: _size(store) for payments, store in stores.items()}
        for store in stores.values():
            store.close()
    return {"megabytes": sizes, "acts": {name: _said(of[FEW], of[many]) for name, of in told.items()}}


def _said(few: list[float], many: list[float]) -> dict[str, float]:
    (few_half, few_99), (many_half, many_99) = ((median(one), quantiles(one, n=100)[98]) for one in (few, many))
    return {
        "few_median_ms": round(few_half, 3),
        "many_median_ms": round(many_half, 3),
        "median_times": round(many_half / few_half, 2),
        "few_p99_ms": round(few_99, 3),
        "many_p99_ms": round(many_99, 3),
        "p99_times": round(many_99 / few_99, 2),
    }


def _fill(store: Store, payments: int) -> None:
    people = payments // EACH
    with store.sessions.engine.begin() as database:
        with _bare(database):
            for statement in (PEOPLE + ";" + PAYMENTS).split(";"):
                database.execute(text(statement), {"people": people, "payments": people * EACH})
        database.execute(text("SELECT setval('vouchers', :given)"), {"given": payments})
        _known(database, store, people)
    with store.sessions.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as database:
        for statement in ("VACUUM ANALYZE", "CHECKPOINT"):
            database.execute(text(statement))


@contextmanager
def _bare(database: Connection) -> Iterator[None]:
    """Without keys and indexes, which are made over all that has come. Foreign keys go first and come last."""
    tables = {"tables": list(TABLES)}
    keys = database.execute(
        text(
            "SELECT conrelid::regclass AS place, conname AS name, pg_get_constraintdef(oid) AS said FROM pg_constraint "
            "WHERE conrelid::regclass::text = ANY(:tables) ORDER BY contype = 'f' DESC"
        ),
        tables,
    ).all()
    for key in keys:
        database.execute(text(f"ALTER TABLE {key.place} DROP CONSTRAINT {key.name}"))
    indexes = database.execute(
        text("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(:tables)"), tables
    ).all()
    for index in indexes:
        database.execute(text(f"DROP INDEX {index.indexname}"))
    yield
    for index in indexes:
        database.execute(text(index.indexdef))
    for key in reversed(keys):
        database.execute(text(f"ALTER TABLE {key.place} ADD CONSTRAINT {key.name} {key.said}"))


def _known(database: Connection, store: Store, people: int) -> None:
    """Some of them can be found by their number and name."""
    sealer, statement = (
        store.sealer,
        (
            "UPDATE people SET number_digest = :number_digest, identity_digest = :identity_digest, "
            "number_sealed = :number_sealed, name_sealed = :name_sealed WHERE id = :id"
        ),
    )
    for person in {_person(n, people) for n in range(KNOWN)}:
        number = _number(person)
        said = {
            "id": person,
            "number_digest": number_digest(sealer, DocumentKind.RESIDENT_ID, number),
            "identity_digest": identity_digest(sealer, DocumentKind.RESIDENT_ID, number, NAME),
            "number_sealed": sealer.seal(number, mapping.NUMBER),
            "name_sealed": sealer.seal(NAME, mapping.NAME),
        }
        database.execute(text(statement), said)


def _acts(store: Store, people: int) -> dict[str, Callable[[int], object]]:
    """What is done for the n-th time, each time for another of those who can be found."""
    tax = store.tax

    def found(n: int) -> None:
        assert tax.find_person(DocumentKind.RESIDENT_ID, _number(_person(n, people)), NAME)

    def paid(n: int) -> None:
        assert len(tax.paid(_person(n, people))) >= EACH

    def payments(n: int) -> None:
        assert len(tax.payments(_person(n, people))) >= EACH

    def post(n: int) -> None:
        bill = replace(bill_of(_person(n, people)), period=Period(3000 + n))
        assert tax.post(f"GZT0002{n:015d}", (bill,), NOON, "wechat")

    return {
        "find_person": found,
        "enrolments": lambda n: tax.enrolments(_person(n, people), Scheme.FLEXIBLE),
        "owed": lambda n: tax.owed(_person(n, people), Scheme.FLEXIBLE, Insurance.PENSION),
        "paid": paid,
        "payments": payments,
        "post": post,
    }


def _person(n: int, people: int) -> int:
    """From everywhere among them."""
    return n % KNOWN * STRIDE % people + 1


def _number(person: int) -> str:
    return f"520102{person:012d}"


def _ms(act: Callable[[int], object], n: int) -> float:
    began = perf_counter()
    act(n)
    return (perf_counter() - began) * 1000


def _size(store: Store) -> dict[str, int]:
    indexes = "SELECT sum(pg_indexes_size(oid))::bigint >> 20 FROM pg_class WHERE relkind = 'r'"
    with store.sessions.looking() as database:
        whole = database.scalar(text("SELECT pg_database_size(current_database()) >> 20"))
        return {"all": int(whole or 0), "indexes": int(database.scalar(text(indexes)) or 0)}


if __name__ == "__main__":
    sys.exit(main())
