"""`kiosk verify`: whether a certificate is genuine, without a word about whose it is."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from adapters.assets.offices import offices_from_toml
from adapters.documents.typesetter import TypstTypesetter
from domain.certificates.book import Issuer
from domain.certificates.certificate import Certificate, CertificateKind
from domain.certificates.issuing import Counter
from domain.refunds.application import Application
from domain.runtime import HALL_TIME
from main import main
from tests.desk import desk_of, office_at
from tests.payment.hall import ASSETS, ZHANG, Hall, template
from tests.refunds.bench import draft_of

ISSUED = datetime(2026, 11, 24, 0, 30, tzinfo=HALL_TIME)
"""Still the day before in Greenwich."""
GENUINE = """\
genuine: {label} {number}, issued on 2026-11-24, printed 1 times
         520***********0119, 14 payments, 10,635.18 yuan in all
"""
NOT_GENUINE = "not genuine: no certificate was issued here under this number with this code\n"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("origin"))


@pytest.fixture
def hall(origin: Path, tmp_path: Path) -> Iterator[Hall]:
    hall = Hall(origin, tmp_path, {})
    yield hall
    hall.store.close()


@pytest.fixture(params=list(CertificateKind))
def issued(request: pytest.FixtureRequest, hall: Hall) -> Certificate:
    """One of each kind, printed once; the terminal goes on running."""
    offices = offices_from_toml((ASSETS / "regions.toml").read_text("utf-8"))
    book, typesetter = hall.store.certificates, TypstTypesetter(ASSETS / "certificates", HALL_TIME, sample=False)
    issuer = Issuer("自助终端 T0001", "T0001", 1)
    counter = Counter(book, typesetter, hall.store.tax, hall.store.refunds, offices, lambda: ISSUED, issuer)
    zhang = hall.store.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert zhang is not None
    made = book.issue(counter.draft(request.param, zhang, counter.lines(zhang), "2026年"))
    book.begin_print(made.number, ISSUED)
    return made


@pytest.fixture
def config(tmp_path: Path) -> Path:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'store = "{tmp_path / "hall.sqlite"}"\n', "utf-8")
    return file


def verify(config: Path, *words: str) -> int:
    return main(["verify", *words, "--config", str(config)])


@pytest.mark.parametrize(
    ("number", "code"),
    [("{}", "{}"), ("{}", "{spaced}"), ("{lower}", "{lower}"), (" {} ", "{hyphen}")],
    ids=["as printed", "in groups", "lower case", "by hand"],
)
def test_genuine(issued: Certificate, config: Path, capsys: pytest.CaptureFixture[str], number: str, code: str) -> None:
    typed_number = number.format(issued.number, lower=issued.number.lower())
    hyphen = issued.spaced_code.replace(" ", "-")
    typed_code = code.format(issued.code, spaced=issued.spaced_code, lower=issued.code.lower(), hyphen=hyphen)
    assert verify(config, typed_number, typed_code) == 0
    said = capsys.readouterr()
    assert said == (GENUINE.format(label=issued.kind.label, number=issued.number), "")
    for personal in (ZHANG.name, ZHANG.number, ZHANG.phone):
        assert personal not in said.out


def test_genuine_and_refunded_since(
    hall: Hall, issued: Certificate, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = desk_of(hall)
    item = desk.claims.refunds.refundable(issued.person)[0]
    made = desk.claims.refunds.apply(draft_of(item, 1))
    assert isinstance(made, Application)
    for step in (office_at(desk).take, office_at(desk).approve):
        step(made.number)
    assert verify(config, issued.number, issued.code) == 0
    assert capsys.readouterr().out.endswith("but some of it has been refunded since, or is about to be\n")


def test_not_genuine_and_not_which_of_the_two(
    issued: Certificate, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number, code = issued.number, issued.code
    for words in (
        (number, "22222222"),
        (number, ""),
        ("995226000199999999", code),
        ("", code),
        (ZHANG.name, code),
    ):
        assert verify(config, *words) == 1
        assert capsys.readouterr() == (NOT_GENUINE, "")


def test_where_there_is_no_store_none_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, config = tmp_path / "elsewhere" / "kiosk.sqlite", tmp_path / "kiosk.toml"
    config.write_text(f'store = "{store}"\n', "utf-8")
    assert verify(config, "995226000100000001", "22222222") == 2
    assert capsys.readouterr() == ("", f"kiosk: there is no store {store}\n")
    assert [file.name for file in tmp_path.iterdir()] == ["kiosk.toml"]


def test_where_there_is_no_key_none_is_made(
    hall: Hall, config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hall.store.close()
    (tmp_path / "hall.key").unlink()
    before = {file.name for file in tmp_path.iterdir()}
    assert verify(config, "995226000100000001", "22222222") == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("kiosk: ")
    assert {file.name for file in tmp_path.iterdir()} == before


def test_something_else_instead_of_a_store(config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "hall.sqlite").write_bytes(b"no store" * 1000)
    (tmp_path / "hall.key").write_text("00" * 32)
    assert verify(config, "995226000100000001", "22222222") == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("kiosk: ")


@pytest.mark.parametrize("text", [None, "colour = 1\n", "["], ids=["none", "unknown", "no TOML"])
def test_settings_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None) -> None:
    config = tmp_path / "other.toml"
    if text:
        config.write_text(text, "utf-8")
    assert verify(config, "995226000100000001", "22222222") == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("kiosk: ")


def test_both_words_are_needed(config: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        verify(config, "995226000100000001")
