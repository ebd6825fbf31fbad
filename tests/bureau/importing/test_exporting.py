"""The postings of a day go out whole or not at all, with a digest that says whether they have arrived."""

import csv
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bureau.importing.exporting import HEADER, digest_of, export_day
from domain.people.person import Bill
from domain.runtime import HALL_TIME
from storage.sealing import Sealer
from storage.store import Store
from tests.bureau.importing.conftest import Bring
from tests.bureau.importing.files import KINDS, example, zhang
from tests.payment.hall import bill_of

DAY = date(2026, 11, 24)
BEGINS = datetime(2026, 11, 24, tzinfo=HALL_TIME)


@pytest.fixture
def sold(bureau: Store, bring: Bring) -> Store:
    """Payments at terminals around a day and on it, after others came in from elsewhere."""
    for kind in KINDS:
        bring(kind, example(kind))
    person = zhang(bureau).id

    def bill(month: int) -> Bill:
        return bill_of(person, month)

    second = timedelta(seconds=1)
    bureau.tax.post("T0001-1", (bill(1),), BEGINS - second, "wechat")
    bureau.tax.post("T0001-2", (bill(3), bill(2)), BEGINS + timedelta(days=1) - second, "alipay")
    bureau.tax.post("T0001-3", (bill(4),), BEGINS, "wechat")
    bureau.tax.post("T0001-4", (bill(5),), BEGINS + timedelta(days=1), "wechat")
    return bureau


def test_what_was_paid_on_the_day_goes_out_in_the_order_of_paying(sold: Store, tmp_path: Path) -> None:
    out = tmp_path / "day.csv"
    done = export_day(sold, DAY, out)
    header, *lines = csv.reader(out.read_text("utf-8").splitlines())
    assert tuple(header) == HEADER
    assert [(line[1], line[6], line[10], line[12]) for line in lines] == [
        ("T0001-3", "2026-04", "878.94", "2026-11-24 00:00:00"),
        ("T0001-2", "2026-02", "878.94", "2026-11-24 23:59:59"),
        ("T0001-2", "2026-03", "878.94", "2026-11-24 23:59:59"),
    ]
    assert lines[0][2:6] == ["201", "520199197803150119", "flexible", "pension"]
    assert (done.bills, done.fen) == (3, 3 * 87894)
    assert out.stat().st_mode & 0o777 == digest_of(out).stat().st_mode & 0o777 == 0o600
    assert export_day(sold, DAY, tmp_path / "again.csv").digest == done.digest


def test_the_digest_says_whether_all_has_arrived(sold: Store, tmp_path: Path) -> None:
    out = tmp_path / "day.csv"
    export_day(sold, DAY, out)
    check = ["sha256sum", "--check", "--status", digest_of(out).name]
    assert subprocess.run(check, cwd=tmp_path, check=False).returncode == 0
    out.write_bytes(out.read_bytes()[:-1])
    assert subprocess.run(check, cwd=tmp_path, check=False).returncode == 1


def test_a_day_without_payments_is_a_file_as_well(sold: Store, tmp_path: Path) -> None:
    out = tmp_path / "day.csv"
    assert export_day(sold, DAY - timedelta(days=9), out).bills == 0
    assert out.read_text("utf-8").splitlines() == [",".join(HEADER)]


def test_what_breaks_off_leaves_the_file_of_before(
    sold: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "day.csv"
    before = export_day(sold, DAY, out).digest
    content, unseal, opened = out.read_bytes(), Sealer.unseal, iter((True, False))

    def broken(self: Sealer, sealed: bytes, where: str) -> str:
        if not next(opened):
            raise OSError("broken on purpose")
        return unseal(self, sealed, where)

    monkeypatch.setattr(Sealer, "unseal", broken)
    with pytest.raises(OSError, match="on purpose"):
        export_day(sold, DAY, out)
    assert out.read_bytes() == content and digest_of(out).read_text().startswith(before)
    assert sorted(path.name for path in tmp_path.iterdir() if "day" in path.name) == ["day.csv", "day.csv.sha256"]
