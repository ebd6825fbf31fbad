"""Numbers of certificates: given once, without gaps, in each kind and year."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest

from domain.certificates.book import AlreadyOpened, Draft, Issuer
from domain.certificates.certificate import Certificate, CertificateKind
from domain.certificates.numbers import CODE_LENGTH, LETTERS, check_code, number, tidy_code
from domain.forms.desks import CertificateDesk
from domain.people.person import Person
from storage.errors import StoreError
from tests.certificates.conftest import desk_of, tax_number
from tests.payment.hall import Hall
from tests.storage.test_opening import limit

PAYMENT, TAX = CertificateKind.PAYMENT, CertificateKind.TAX
DraftOf = Callable[..., Draft]
LAST_EVENING = datetime(2026, 12, 31, 15, 59, 59, tzinfo=UTC)
"""A second before midnight in the hall."""
NEW_YEAR = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)
"""Midnight in the hall, and eight hours to go in Greenwich."""


@pytest.fixture
def draft(hall: Hall, person: Callable[[str], Person]) -> DraftOf:
    def made(kind: CertificateKind = PAYMENT, name: str = "张建国", lines: slice = slice(None)) -> Draft:
        counter, who = desk_of(hall).certificates.counter, person(name)
        return counter.draft(kind, who, counter.lines(who)[lines], "2026年")

    return made


def numbers(*certificates: Certificate) -> list[str]:
    return [certificate.number for certificate in certificates]


@pytest.mark.parametrize(
    ("kind", "place", "serial", "made"),
    [
        (PAYMENT, 1, 1, "DEMO-2026-000001"),
        (PAYMENT, 1, 1_000_000, "DEMO-2026-1000000"),
        (TAX, 0, 1, "995226000000000001"),
        (TAX, 1, 1, "995226000100000001"),
        (TAX, 9999, 99_999_999, "995226999999999999"),
    ],
)
def test_what_a_number_looks_like(kind: CertificateKind, place: int, serial: int, made: str) -> None:
    assert number(kind, Issuer("自助终端", "DEMO", place), 2026, serial) == made


def test_each_kind_counts_for_itself(desk: CertificateDesk, draft: DraftOf) -> None:
    book = desk.counter.book
    kinds = (PAYMENT, TAX, PAYMENT, PAYMENT)
    issued = [book.issue(draft(kind)) for kind in kinds]
    again = book.issue(desk.counter.again(issued[1]))
    assert numbers(*issued, again) == [
        "T0001-2026-000001",
        tax_number(1),
        "T0001-2026-000002",
        "T0001-2026-000003",
        tax_number(2),
    ]


def test_a_number_is_not_used_up_by_what_could_not_be_issued(desk: CertificateDesk, draft: DraftOf) -> None:
    book = desk.counter.book
    first = book.issue(draft(TAX, lines=slice(3)))
    for _ in range(2):
        with pytest.raises(AlreadyOpened):
            book.issue(draft(TAX, lines=slice(2, 5)))
    assert numbers(first, book.issue(draft(TAX, lines=slice(3, 5)))) == [tax_number(1), tax_number(2)]


def test_they_go_on_after_a_restart(hall: Hall, draft: DraftOf) -> None:
    before = [hall.store.certificates.issue(draft()) for _ in range(2)]
    hall.reopen()
    after = hall.store.certificates.issue(draft())
    assert numbers(*before, after) == [f"T0001-2026-{serial:06d}" for serial in (1, 2, 3)]


def test_they_begin_anew_at_midnight_in_the_hall(hall: Hall, draft: DraftOf) -> None:
    issued = []
    for moment in (LAST_EVENING, NEW_YEAR, NEW_YEAR):
        hall.now = moment
        issued.append(hall.store.certificates.issue(draft()))
    assert numbers(*issued) == ["T0001-2026-000001", "T0001-2027-000001", "T0001-2027-000002"]


def test_the_old_year_goes_on_counting_for_who_drafted_before_midnight(hall: Hall, draft: DraftOf) -> None:
    hall.now = LAST_EVENING
    late = draft()
    hall.store.certificates.issue(draft())
    hall.now = NEW_YEAR
    new = hall.store.certificates.issue(draft())
    assert numbers(new, hall.store.certificates.issue(late)) == ["T0001-2027-000001", "T0001-2026-000002"]


def test_a_full_disk_loses_no_number_and_gives_none_twice(hall: Hall, draft: DraftOf) -> None:
    book = hall.store.certificates
    book.issue(draft(TAX, lines=slice(2)))
    with limit(0), pytest.raises(StoreError):
        book.issue(draft(TAX, lines=slice(2, 4)))
    assert len(book.opened(draft(TAX).person)) == 2
    assert book.issue(draft(TAX, lines=slice(2, 4))).number == tax_number(2)


def at_once(hall: Hall, drafts: list[Draft]) -> list[Certificate | AlreadyOpened]:
    """What becomes of drafts that are issued in the same moment, each on a thread of its own."""
    start = Barrier(len(drafts))

    def issue(draft: Draft) -> Certificate | AlreadyOpened:
        start.wait()
        try:
            return hall.store.certificates.issue(draft)
        except AlreadyOpened as error:
            return error

    with ThreadPoolExecutor(len(drafts)) as pool:
        return list(pool.map(issue, drafts))


def test_two_threads_get_two_numbers(hall: Hall, draft: DraftOf) -> None:
    issued = at_once(hall, [draft()] * 6)
    assert {c.number for c in issued if isinstance(c, Certificate)} == {f"T0001-2026-{n:06d}" for n in range(1, 7)}


def test_two_threads_open_a_payment_once(hall: Hall, draft: DraftOf, person: Callable[[str], Person]) -> None:
    issued = at_once(hall, [draft(TAX)] * 4)
    certificates = [c for c in issued if isinstance(c, Certificate)]
    assert numbers(*certificates) == [tax_number(1)]
    assert hall.store.certificates.issued(person("张建国").id, TAX) == tuple(certificates)
    assert hall.store.certificates.issue(draft(TAX, "陈玉梅")).number == tax_number(2)


def test_a_certificate_is_given_back_as_it_was_issued(
    hall: Hall, draft: DraftOf, person: Callable[[str], Person]
) -> None:
    issued = hall.store.certificates.issue(draft(TAX))
    hall.reopen()
    assert hall.store.certificates.find(issued.number) == issued
    assert (issued.issued_at, issued.person, issued.issuer) == (hall.now, person("张建国").id, "自助终端 T0001")
    assert issued.content.number == "520***********0119" and issued.content.name == "张建国"


def test_who_has_had_what_newest_first(hall: Hall, draft: DraftOf, person: Callable[[str], Person]) -> None:
    book, zhang = hall.store.certificates, person("张建国").id
    issued = [book.issue(draft(kind)) for kind in (PAYMENT, TAX, PAYMENT)]
    hall.later(seconds=1)
    newest = book.issue(draft())
    book.issue(draft(PAYMENT, "陈玉梅"))
    assert numbers(*book.issued(zhang, PAYMENT)) == numbers(newest, issued[2], issued[0])
    assert numbers(*book.issued(zhang, TAX)) == numbers(issued[1])
    assert book.find("T0001-2026-000099") is None


def test_check_codes_are_short_and_cannot_be_misread() -> None:
    assert not set("01IO") & set(LETTERS) and len(set(LETTERS)) == 32
    assert check_code(bytes(32)) == LETTERS[0] * CODE_LENGTH
    assert check_code(b"\xff" * 32) == LETTERS[-1] * CODE_LENGTH
    assert check_code(b"\x00\x00\x00\x00\x01") == "22222223"


@pytest.mark.parametrize("typed", ["7K2M94QD", "7k2m94qd", " 7K2M 94QD ", "7k2m-94qd", "7K2M\u300094QD"])
def test_how_check_codes_are_typed(typed: str) -> None:
    assert tidy_code(typed) == "7K2M94QD"


def test_codes_differ_from_certificate_to_certificate(hall: Hall, draft: DraftOf) -> None:
    """The same content has a code of its own under each number."""
    issued = [hall.store.certificates.issue(draft()) for _ in range(3)]
    assert len({certificate.code for certificate in issued}) == 3
