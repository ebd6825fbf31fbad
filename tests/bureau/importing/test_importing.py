"""Files come into a bureau as a whole or not at all; the same file again changes nothing."""

from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from sqlalchemy import text

from bureau.importing.importer import OFTEN, SHOWN, import_file
from bureau.importing.progress import bar
from bureau.importing.reading import LONGEST, Unreadable
from domain.identity import DocumentKind
from domain.people.insurance import Insurance, Scheme
from storage.bureau.intake import Intake, intake
from storage.errors import StoreUnavailable
from storage.store import Store
from tests.bureau.importing.conftest import Bring
from tests.bureau.importing.files import KINDS, NOW, OFFICES, example, known, li, zhang

PEOPLE = "kind,number,name,refused\n"
ZHANG, LI = "201,520199197803150119,张建国,no\n", "201,520199197511080462,李桂兰,\n"
ARREARS = "kind,number,scheme,insurance,period,agency,tier,base,amount\n"
OWED = "201,520199197803150119,flexible,pension,2026-01,520102P,60,4394.70,878.94\n"
PAYMENTS = "kind,number,scheme,insurance,period,agency,tier,base,amount,voucher,channel,paid_at\n"
PAID = (
    "201,520199197803150119,flexible,pension,2026-09,520102P,60,4394.70,878.94,520000000000000101,wechat,2026-09-02\n"
)


def bring_all(bring: Bring) -> list[str]:
    return [str(bring(kind, example(kind))) for kind in KINDS]


def contents(store: Store) -> str:
    """All that files can change, row by row."""
    tables = "people enrolments owed_bills postings posted_bills tier_records".split()
    with store.sessions.looking() as connection:
        return "\n".join(
            str(row) for table in tables for row in connection.execute(text(f"SELECT * FROM {table} ORDER BY 1"))
        )


def test_the_examples_come_in_and_the_same_again_changes_nothing(bureau: Store, bring: Bring) -> None:
    assert bring_all(bring) == [
        "4 lines in UTF-8: 0 changed, 4 added, 0 unchanged",
        "4 lines in UTF-8: 0 changed, 4 added, 0 unchanged",
        "2 lines in UTF-8: 0 paid, 0 changed, 2 added, 0 unchanged",
        "3 lines in UTF-8: 3 added, 0 unchanged",
    ]
    before = contents(bureau)
    assert bring_all(bring) == [
        "4 lines in UTF-8: 0 changed, 0 added, 4 unchanged",
        "4 lines in UTF-8: 0 changed, 0 added, 4 unchanged",
        "2 lines in UTF-8: 0 paid, 0 changed, 0 added, 2 unchanged",
        "3 lines in UTF-8: 0 added, 3 unchanged",
    ]
    assert contents(bureau) == before


def test_a_terminal_finds_what_came_in(bureau: Store, bring: Bring) -> None:
    bring_all(bring)
    person, other = zhang(bureau), li(bureau)
    enrolled = {(one.insurance, one.agency) for one in bureau.tax.enrolments(person.id, Scheme.FLEXIBLE)}
    assert enrolled == {(Insurance.PENSION, "520102P"), (Insurance.MEDICAL, "520102M")}
    [january] = bureau.tax.owed(person.id, Scheme.FLEXIBLE, Insurance.PENSION)
    assert (january.period.key, january.tier, january.base, january.fen) == ("2026-01", "60", 439470, 87894)
    october, september = sorted(bureau.tax.payments(person.id), key=lambda paid: paid.period.key, reverse=True)
    assert (october.channel, october.voucher, september.fen) == ("window", "520000000000000102", 87894)
    assert september.paid_at == NOW.replace(month=9, day=2, hour=9, minute=30)
    assert bureau.tax.post("T1", (january,), NOW, "wechat")
    assert [paid.tier for paid in bureau.tax.payments(other.id)] == ["season"]
    assert known(bureau, "810000199408230021", "何家辉", DocumentKind.HK_MACAO_RESIDENCE)


def test_what_is_otherwise_is_changed(bureau: Store, bring: Bring) -> None:
    bring_all(bring)
    person = zhang(bureau)
    renamed = PEOPLE + ZHANG.replace("张建国", "张建").replace("no", "yes") + LI
    assert bring("people", renamed).counts == {"changed": 1, "added": 0, "unchanged": 1}
    assert known(bureau, "520199197803150119", "张建国") is None
    now = known(bureau, "520199197803150119", "张建")
    assert now and now.id == person.id
    assert bring("people", renamed.replace("yes", "")).counts == {"changed": 0, "added": 0, "unchanged": 2}
    moved = example("enrolments").replace("灵活就业人员", "新业态人员", 1)
    assert bring("enrolments", moved).counts == {"changed": 1, "added": 0, "unchanged": 3}
    dearer = ARREARS + OWED.replace("878.94", "900.00")
    assert bring("arrears", dearer).counts == {"paid": 0, "changed": 1, "added": 0, "unchanged": 0}
    assert [bill.fen for bill in bureau.tax.owed(person.id, Scheme.FLEXIBLE, Insurance.PENSION)] == [90000]


def test_what_is_posted_is_not_owed_again(bureau: Store, bring: Bring) -> None:
    bring("people", example("people"))
    bring("arrears", ARREARS + OWED)
    owed = bureau.tax.owed(zhang(bureau).id, Scheme.FLEXIBLE, Insurance.PENSION)
    bureau.tax.post("T1", owed, NOW, "wechat")
    assert bring("arrears", ARREARS + OWED).counts == {"paid": 1, "changed": 0, "added": 0, "unchanged": 0}
    assert bureau.tax.owed(zhang(bureau).id, Scheme.FLEXIBLE, Insurance.PENSION) == ()


def test_a_payment_strikes_off_what_was_owed(bureau: Store, bring: Bring) -> None:
    bring("people", example("people"))
    bring("arrears", ARREARS + OWED)
    bring("payments", PAYMENTS + PAID.replace("2026-09,", "2026-01,"))
    assert bureau.tax.owed(zhang(bureau).id, Scheme.FLEXIBLE, Insurance.PENSION) == ()
    with bureau.sessions.looking() as connection:
        assert connection.scalar(text("SELECT count(*) FROM owed_bills")) == 0


SOMEBODY = "201,520199197803150119,"
WRONG = [
    (
        "people",
        PEOPLE + ZHANG + "201,520199197803150118,王芳,no\n",
        "line 3, column number: is no number of a document",
    ),
    ("people", PEOPLE + "999,520199197803150119,王芳,no\n", "line 2, column kind: is none of 201, 208"),
    (
        "people",
        PEOPLE + "238,520199197803150119,王芳,no\n",
        "line 2, column number: is no number of a document of kind 238",
    ),
    ("people", PEOPLE + f"{SOMEBODY}王1芳,no\n", "line 2, column name: is no name"),
    ("people", PEOPLE + f"{SOMEBODY},no\n", "line 2, column name: is empty"),
    ("people", PEOPLE + f"{SOMEBODY}王芳,maybe\n", "line 2, column refused: is neither yes nor no"),
    ("people", PEOPLE + f"{SOMEBODY}王芳\n", "line 2: has 3 fields, and not 4"),
    ("people", PEOPLE + f'{SOMEBODY}"王芳,no\n', "line 2: has a quote that is not closed"),
    ("people", PEOPLE + f'{SOMEBODY}"王"芳,no\n', "line 2: has a quote that is not closed, or one amid a field"),
    ("people", PEOPLE + f"{SOMEBODY}王\0芳,no\n", "line 2: has a NUL in it"),
    ("people", PEOPLE + f"{SOMEBODY}{'王' * LONGEST},no\n" + ZHANG + "\n,", "line 2: is longer than 65536 bytes"),
    ("people", PEOPLE + ZHANG + LI + ZHANG, "line 4: is about the same as a line before"),
    (
        "enrolments",
        example("enrolments").replace("520102M", "520102P"),
        "line 3, column 经办机构: is no agency for medical",
    ),
    (
        "enrolments",
        example("enrolments").replace("520102M", "110101M"),
        "line 3, column 经办机构: is no agency's code here",
    ),
    ("arrears", ARREARS + OWED.replace("2026-01", "2026"), "line 2, column period: is no month, as 2026-11"),
    ("arrears", ARREARS + OWED.replace("2026-01", "2026-13"), "line 2, column period: is no month, as 2026-11"),
    ("arrears", ARREARS + OWED.replace("2026-01", "2096-01"), "line 2, column period: is not from 1990"),
    ("arrears", ARREARS + OWED.replace("flexible", "resident"), "line 2, column period: is no year, as 2026"),
    ("arrears", ARREARS + OWED.replace("flexible", "monthly"), "line 2, column scheme: is none of flexible, resident"),
    ("arrears", ARREARS + OWED.replace("60,", "60%,"), "line 2, column tier: is no tier"),
    (
        "arrears",
        ARREARS + OWED.replace("878.94", "878.9"),
        "line 2, column amount: is no amount in yuan with two digits",
    ),
    ("arrears", ARREARS + OWED.replace("878.94", '"1,878.94"'), "line 2, column amount: is no amount in yuan"),
    ("arrears", ARREARS + OWED.replace("878.94", "0.00"), "line 2, column amount: is nothing, or more"),
    ("arrears", ARREARS + OWED.replace("4394.70", "-1.00"), "line 2, column base: is no amount in yuan"),
    ("payments", PAYMENTS + PAID.replace("52000", "凭证"), "line 2, column voucher: is no voucher's number"),
    ("payments", PAYMENTS + PAID.replace("wechat", "post"), "line 2, column channel: is none of wechat, alipay"),
    ("payments", PAYMENTS + PAID.replace("2026-09-02", "2.9.2026"), "line 2, column paid_at: is no time"),
    ("payments", PAYMENTS + PAID.replace("2026-09-02", "2027-09-02"), "line 2, column paid_at: is not yet"),
]
"""Kinds, files, and what is said of them first."""


@pytest.mark.parametrize(("kind", "content", "said"), WRONG)
def test_what_is_wrong_is_told_by_line_and_column_and_nothing_comes_in(
    bureau: Store, bring: Bring, kind: str, content: str, said: str
) -> None:
    done = bring(kind, content)
    assert str(done.faults[0]).startswith(said)
    assert done.faulty == len(done.faults) and "nothing was imported" in str(done)
    with bureau.sessions.looking() as connection:
        assert connection.scalar(text("SELECT count(*) FROM people")) == 0


@pytest.mark.parametrize(
    ("kind", "content", "said"),
    [
        ("enrolments", example("enrolments"), "line 2, column 证件号码: is nobody's here: people come in first"),
        ("arrears", ARREARS + OWED, "line 2, column number: is nobody's here: people come in first"),
        ("payments", example("payments"), "line 2, column 证件号码: is nobody's here: people come in first"),
    ],
)
def test_who_is_not_there_has_to_come_in_first(bring: Bring, kind: str, content: str, said: str) -> None:
    done = bring(kind, content)
    assert str(done.faults[0]) == said and done.faulty == done.lines


OTHERWISE = [
    (PAID.replace("878.94", "878.95"), "is not what this is posted by here, or the amount is another"),
    (PAID.replace("000101", "000109"), "is not what this is posted by here, or the amount is another"),
    (PAID.replace("2026-09,", "2026-08,").replace("wechat", "alipay"), "is that of another payment"),
    (PAID + PAID.replace("2026-09,", "2026-08,").replace("09-02", "09-03"), "stands on a line before with another"),
]


@pytest.mark.parametrize(("again", "said"), OTHERWISE)
def test_what_is_posted_is_never_changed(bureau: Store, bring: Bring, again: str, said: str) -> None:
    bring("people", PEOPLE + ZHANG)
    bring("payments", PAYMENTS + PAID)
    before = contents(bureau)
    done = bring("payments", PAYMENTS + again)
    assert done.faults[0].why.startswith(said) and done.faults[0].column == "voucher"
    assert contents(bureau) == before


def test_a_voucher_of_a_terminals_takes_no_other_bill(bureau: Store, bring: Bring) -> None:
    bring("people", PEOPLE + ZHANG)
    bring("arrears", ARREARS + OWED)
    owed = bureau.tax.owed(zhang(bureau).id, Scheme.FLEXIBLE, Insurance.PENSION)
    voucher = bureau.tax.post("T1", owed, NOW - timedelta(days=1), "wechat")
    done = bring("payments", PAYMENTS + PAID.replace("520000000000000101", voucher))
    assert [str(fault) for fault in done.faults] == ["line 2, column voucher: is that of another payment"]


def test_bills_of_one_voucher_are_one_posting(bureau: Store, bring: Bring) -> None:
    bring("people", PEOPLE + ZHANG)
    done = bring("payments", PAYMENTS + PAID + PAID.replace("2026-09,", "2026-10,"))
    assert done.counts == {"added": 2, "unchanged": 0}
    with bureau.sessions.looking() as connection:
        assert connection.scalar(text("SELECT count(*) FROM postings")) == 1


def test_all_faults_are_counted_and_the_first_are_shown(bring: Bring) -> None:
    many = PEOPLE + ZHANG + "201,1,王芳,no\n" * 2 * SHOWN + LI
    done = bring("people", many)
    assert (done.lines, done.faulty, len(done.faults)) == (2 * SHOWN + 2, 2 * SHOWN, SHOWN)
    assert str(done) == "nothing was imported: 200 faults in 202 lines, of which 100 are shown"
    twice = bring("people", PEOPLE + ZHANG * (2 * SHOWN))
    assert (twice.faulty, len(twice.faults)) == (2 * SHOWN - 1, SHOWN)


def test_nothing_of_what_stands_there_is_told(bring: Bring) -> None:
    """Nor how a name or number begins: a secret may be in any of them."""
    content = PEOPLE + "201,52019919780315011Ⅸ,王￥芳,no\n" + f"{SOMEBODY}王9芳,no\n" + 'x"y,52,"秘\n'
    said = " ".join(map(str, bring("people", content).faults))
    assert said and not any(secret in said for secret in 'Ⅸ ￥ 王 芳 秘 520199 x"y'.split())


def encoded(codec: str, mark: bytes = b"") -> bytes:
    return mark + example("people").encode(codec)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (encoded("utf-8"), "UTF-8"),
        (encoded("utf-8", b"\xef\xbb\xbf"), "UTF-8"),
        (encoded("gbk"), "GBK"),
        (encoded("utf-8").replace(b"\n", b"\r\n") + b"\r\n\r\n", "UTF-8"),
    ],
)
def test_encodings(bureau: Store, bring: Bring, content: bytes, encoding: str) -> None:
    done = bring("people", content)
    assert (done.encoding, done.counts) == (encoding, {"changed": 0, "added": 4, "unchanged": 0})
    assert zhang(bureau).name == "张建国"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (encoded("utf-16"), "the file is in UTF-16: save it as CSV in UTF-8"),
        (encoded("gbk", b"\xef\xbb\xbf"), "the file says that it is in UTF-8, and line 1 is not"),
        (
            encoded("utf-8") + b"201,520199198206220240,\xff,\n",
            "the file is neither in UTF-8 (line 6 is not) nor in GBK",
        ),
        (b"", "the file is empty: its first line has to name the columns"),
        (b"\n\n", "the file is empty: its first line has to name the columns"),
        (b'kind,"number\n', "line 1 has a quote that is not closed"),
        (
            b"kind,number,name,phone\n",
            "line 1: column 4 has no header of 证件类型 (kind), 证件号码 (number), 姓名 (name)",
        ),
        (b"kind,number\n", "line 1: there is no column 姓名 (name)"),
        ("kind,number,name,姓名\n".encode(), "line 1: the column 姓名 is there twice"),
    ],
)
def test_what_cannot_be_read_says_why(bring: Bring, content: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        bring("people", content)
    assert str(refused.value).startswith(said)


def test_no_two_files_come_in_at_once(bureau: Store, bring: Bring) -> None:
    with intake(bureau, "people"), pytest.raises(StoreUnavailable, match="another file is coming in"):
        bring("people", PEOPLE + ZHANG)
    assert bring("people", PEOPLE + ZHANG).counts["added"] == 1


class Screen(StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_drawn_where_somebody_looks(bureau: Store, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(PEOPLE + (ZHANG + LI) * OFTEN, "utf-8")
    screen, pipe = Screen(), StringIO()
    for stream in (screen, pipe):
        import_file(bureau, "people", file, OFFICES, NOW, bar(stream))
    assert pipe.getvalue() == ""
    shares = [line[-4:] for line in screen.getvalue().split("\r")]
    assert " 50%" in shares and screen.getvalue().endswith("100%; comparing\n")


def test_who_wrote_the_same_meanwhile_is_no_loss(bureau: Store, bring: Bring, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unique keys decide: a payment that was posted between the look and the merging lets nothing of the file in."""
    bring("people", PEOPLE + ZHANG)
    bring("arrears", ARREARS + OWED)
    owed = bureau.tax.owed(zhang(bureau).id, Scheme.FLEXIBLE, Insurance.PENSION)
    step = Intake._do

    def late(self: Intake, statement: str) -> int:
        if "INSERT INTO postings" in statement:
            voucher = PAID.split(",")[9]
            bureau.tax.posted_by_hand("T1", owed, NOW, "wechat", voucher)
        return step(self, statement)

    late_file = PAYMENTS + PAID.replace("2026-09,", "2026-01,")
    monkeypatch.setattr(Intake, "_do", late)
    with pytest.raises(StoreUnavailable, match="others have written the same meanwhile"):
        bring("payments", late_file)
    assert [paid.order for paid in bureau.tax.payments(zhang(bureau).id)] == ["T1"]
