"""Certificates of people who do not exist."""

from datetime import date, datetime, timedelta, timezone

from domain.certificates.certificate import Certificate, CertificateKind, Content, Line, Opening
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme

HALL = timezone(timedelta(hours=8))
ISSUED = datetime(2026, 11, 24, 0, 30, tzinfo=HALL)
"""Still the day before in UTC."""
NAME, ID = "张建国", "520***********0119"
NUMBERS = {CertificateKind.PAYMENT: "DEMO-2026-000018", CertificateKind.TAX: "995220260000000018"}
ORIGINAL = "995220260000000007"
CODE = "7K2M94QD"
MONTHLY = tuple(
    Line(Scheme.FLEXIBLE, insurance, Period(2026, month), agency, tier, voucher, date(2026, month, 20), Fen(fen))
    for month, insurance, agency, tier, voucher, fen in (
        (8, Insurance.PENSION, "南明区社会保险事业局", "60", "520000000000001842", 87894),
        (9, Insurance.PENSION, "南明区社会保险事业局", "60", "520000000000001843", 87894),
        (9, Insurance.MEDICAL, "南明区医疗保障局", "4.40", "520000000000001844", 32228),
        (10, Insurance.PENSION, "南明区社会保险事业局", "100", "520000000000001845", 146490),
    )
)
YEARLY = (
    Line(
        Scheme.RESIDENT, Insurance.PENSION, Period(2026), "南明区社会保险事业局", "300", "520000000000000007",
        date(2026, 3, 2), Fen(30005),
    ),
)  # fmt: skip


def certificate(
    kind: CertificateKind,
    lines: tuple[Line, ...] = MONTHLY,
    original: str = "",
    name: str = NAME,
    number: str = "",
) -> Certificate:
    """As the book issues it; a 补开 of `original`, if there is one."""
    content = Content(
        name,
        "居民身份证",
        ID,
        "2026年1月至2026年11月",
        "国家税务总局贵阳市南明区税务局",
        tuple(dict.fromkeys(line.agency for line in lines)),
        lines,
    )
    opening = Opening.REISSUE if original else Opening.FIRST
    return Certificate(
        number or NUMBERS[kind], kind, opening, 7, ISSUED, "示范大厅自助终端01号", CODE, content, original
    )


def many(count: int) -> tuple[Line, ...]:
    """So many lines, each with a voucher and an amount of its own."""
    return tuple(
        Line(
            Scheme.FLEXIBLE, Insurance.PENSION, Period(2020 + i // 12, i % 12 + 1), "南明区社会保险事业局", "60",
            f"52{7000 + i:016d}", date(2020 + i // 12, i % 12 + 1, 20), Fen(87801 + i),
        )
        for i in range(count)
    )  # fmt: skip
