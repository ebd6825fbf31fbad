"""查验: a paper is ours by its number and its check code, and only as long as the store says what it says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import delete, update

from domain.certificates.certificate import Certificate, CertificateKind, Opening
from domain.certificates.verifying import verified
from domain.forms.desks import CertificateDesk
from domain.people.person import Person
from storage.rows import CertificateRow, OpenedBillRow
from tests.payment.hall import Hall

PersonOf = Callable[[str], Person]
KINDS = list(CertificateKind)


@pytest.fixture
def issue(desk: CertificateDesk, person: PersonOf) -> Callable[..., Certificate]:
    def issued(kind: CertificateKind, name: str = "张建国") -> Certificate:
        who = person(name)
        return desk.counter.book.issue(desk.counter.draft(kind, who, desk.counter.lines(who)[:2], "2026年"))

    return issued


Issue = Callable[..., Certificate]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("number", "code"),
    [("{}", "{}"), (" {} ", " {} "), ("{lower}", "{lower}"), ("{}", "{spaced}"), ("{}", "{lower_spaced}")],
)
def test_right_however_it_is_typed(
    desk: CertificateDesk, issue: Issue, kind: CertificateKind, number: str, code: str
) -> None:
    made = issue(kind)
    typed_number = number.format(made.number, lower=made.number.lower())
    typed_code = code.format(
        made.code, lower=made.code.lower(), spaced=made.spaced_code, lower_spaced=made.spaced_code.lower()
    )
    assert verified(desk.counter.book, typed_number, typed_code) == made


@pytest.mark.parametrize("code", ["", "22222222", "７Ｋ２Ｍ９４ＱＤ", "验证码", "{short}", "{long}", "{reversed}"])
def test_a_wrong_code(desk: CertificateDesk, issue: Issue, code: str) -> None:
    made = issue(CertificateKind.TAX)
    typed = code.format(short=made.code[:-1], long=made.code + "2", reversed=made.code[::-1])
    assert verified(desk.counter.book, made.number, typed) is None


@pytest.mark.parametrize("number", ["", "995226000100000003", "T0001-2026-000001", "52", "票证"])
def test_a_number_that_was_never_given(desk: CertificateDesk, issue: Issue, number: str) -> None:
    made = issue(CertificateKind.TAX)
    assert verified(desk.counter.book, number, made.code) is None


def test_the_code_of_another(desk: CertificateDesk, issue: Issue) -> None:
    one, other = issue(CertificateKind.PAYMENT), issue(CertificateKind.PAYMENT)
    assert verified(desk.counter.book, one.number, other.code) is None


def test_a_copy_has_the_code_of_its_own_number(desk: CertificateDesk, issue: Issue) -> None:
    first = issue(CertificateKind.TAX)
    copy = desk.counter.book.issue(desk.counter.again(first))
    assert verified(desk.counter.book, copy.number, copy.code) == copy
    assert verified(desk.counter.book, copy.number, first.code) is None


def test_however_often_it_was_printed_and_after_a_restart(hall: Hall, desk: CertificateDesk, issue: Issue) -> None:
    made = issue(CertificateKind.TAX)
    for _ in range(2):
        desk.counter.book.begin_print(made.number, hall.now)
    hall.reopen()
    assert verified(hall.store.certificates, made.number, made.code) == replace(made, prints=2)


class TestTamperedWith:
    """Somebody who has the store's key writes something else into a row."""

    @pytest.fixture
    def made(self, issue: Issue) -> Certificate:
        return issue(CertificateKind.TAX)

    def write(self, hall: Hall, number: str, /, **columns: object) -> None:
        row = CertificateRow
        with hall.store.sessions.writing() as session:
            session.execute(update(row).where(row.number == number).values(**columns))

    @pytest.mark.parametrize("kind", KINDS)
    def test_the_content_of_another_certificate(
        self, hall: Hall, desk: CertificateDesk, issue: Issue, made: Certificate, kind: CertificateKind
    ) -> None:
        other = issue(kind, "陈玉梅")
        with hall.store.sessions.reading() as session:
            row = session.get(CertificateRow, other.number)
            assert row is not None
            sealed = row.content_sealed
        self.write(hall, made.number, content_sealed=sealed)
        changed = desk.counter.book.find(made.number)
        assert changed and changed.content == other.content
        assert verified(desk.counter.book, made.number, made.code) is None
        assert verified(desk.counter.book, made.number, other.code) is None
        assert verified(desk.counter.book, other.number, other.code) == other

    @pytest.mark.parametrize(
        "columns",
        [
            {"original": "995226000100000009"},
            {"opening": Opening.REISSUE},
            {"kind": CertificateKind.PAYMENT},
            {"issued_at": datetime(2025, 1, 1, tzinfo=UTC)},
            {"issuer": "自助终端 T0009"},
            {"person_id": 9},
            {"number": "995226000100000009"},
        ],
        ids=str,
    )
    def test_its_other_words(
        self, hall: Hall, desk: CertificateDesk, made: Certificate, columns: dict[str, Any]
    ) -> None:
        with hall.store.sessions.writing() as session:
            session.execute(delete(OpenedBillRow))
        self.write(hall, made.number, **columns)
        number = columns.get("number", made.number)
        assert desk.counter.book.find(number) is not None
        assert verified(desk.counter.book, number, made.code) is None
