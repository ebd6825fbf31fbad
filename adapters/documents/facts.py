"""What a template is given: a certificate's facts, or a slip's, as the words and figures that stand on its paper."""

from datetime import tzinfo

from adapters.documents.codes import square
from domain.certificates.capitals import in_capitals
from domain.certificates.certificate import Certificate, Line, Opening
from domain.certificates.paper import Media
from domain.identity import spelt
from domain.money import yuan
from domain.printing.slip import PrinterTest, Said, Slip


def facts(certificate: Certificate, attempt: int, media: Media, zone: tzinfo) -> dict[str, object]:
    """Ready for JSON. The day of issue is the only one beside those of the lines: later prints are the same paper."""
    content = certificate.content
    issued = certificate.issued_at.astimezone(zone)
    return {
        "media": media.value,
        "attempt": attempt,
        "copy": attempt > 1,
        "number": certificate.number,
        "reissue": certificate.opening is Opening.REISSUE,
        "original": certificate.original,
        "issued": f"{issued.year}年{issued.month}月{issued.day}日",
        "issuer": certificate.issuer,
        "name": spelt(content.name),
        "document": content.document,
        "id": content.number,
        "asked": content.asked,
        "authority": content.authority,
        "agencies": "、".join(content.agencies),
        "lines": [_line(line) for line in content.lines],
        "total": yuan(content.fen),
        "capitals": in_capitals(content.fen),
        "code": certificate.spaced_code,
        "square": square(f"{certificate.number} {certificate.code}"),
    }


def facts_of_slip(slip: Slip, media: Media, zone: tzinfo) -> dict[str, object]:
    """Ready for JSON; a text is a list of what it says in Chinese and in another language."""
    return {
        "media": media.value,
        "title": slip.title,
        "state": slip.state,
        "sum": slip.sum,
        "amount": slip.amount,
        "lines": [[_spelt(key), _spelt(value)] for key, value in slip.lines],
        "after": slip.after,
        "foot": slip.foot,
        "reprint": slip.reprint,
        "printed": slip.printed,
        "at": f"{slip.at.astimezone(zone):%Y-%m-%d %H:%M}",
        "again": slip.again,
    }


def facts_of_test(test: PrinterTest, media: Media, zone: tzinfo) -> dict[str, object]:
    """Ready for JSON."""
    return {
        "media": media.value,
        "terminal": test.terminal,
        "printer": spelt(test.printer),
        "at": f"{test.at.astimezone(zone):%Y-%m-%d %H:%M:%S}",
    }


def _spelt(said: Said) -> Said:
    return Said(*map(spelt, said))


def _line(line: Line) -> dict[str, str]:
    return {
        "fee": line.fee,
        "item": line.item,
        "first": line.period.first_day.isoformat(),
        "last": line.period.last_day.isoformat(),
        "voucher": line.voucher,
        "paid": line.paid_on.isoformat(),
        "amount": yuan(line.fen),
    }
