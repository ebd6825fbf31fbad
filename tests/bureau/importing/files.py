"""The examples of docs/import.md, and what their people are called."""

from datetime import datetime
from pathlib import Path

from adapters.assets.rules import Rules
from domain.identity import DocumentKind
from domain.people.person import Person
from domain.runtime import HALL_TIME
from storage.store import Store

ROOT = Path(__file__).parents[3]
OFFICES = Rules.of(ROOT / "assets").offices
NOW = datetime(2026, 11, 24, 10, 24, tzinfo=HALL_TIME)
KINDS = ("people", "enrolments", "arrears", "payments")


def example(kind: str) -> str:
    return (ROOT / "docs" / "import" / f"{kind}.csv").read_text("utf-8")


def known(store: Store, number: str, name: str, kind: DocumentKind = DocumentKind.RESIDENT_ID) -> Person | None:
    return store.tax.find_person(kind, number, name)


def zhang(store: Store) -> Person:
    found = known(store, "520199197803150119", "张建国")
    assert found
    return found


def li(store: Store) -> Person:
    found = known(store, "520199197511080462", "李桂兰")
    assert found
    return found
