"""Certificates: whether a paper was issued here, by its number and check code; who is on it stays masked."""

from fastapi import APIRouter
from starlette.responses import Response

from bureau.desk.frame import framed
from bureau.desk.who import AtWork, Fields
from bureau.desk.words import common
from domain.certificates.certificate import Certificate, Opening
from domain.certificates.payments import lines_of
from domain.certificates.verifying import is_true, verified
from domain.desk.deeds import Opened
from domain.identity.shown import masked_name
from domain.runtime import HALL_TIME
from domain.words import Text, Verbatim

router = APIRouter()
NOT_OURS = Text("没有用这个编号和验证码开过证明，请对照纸上再输一遍")
OPENINGS = {Opening.FIRST: Text("首开"), Opening.REISSUE: Text("补开")}


@router.get("/certificates")
def certificates(at_work: AtWork) -> Response:
    return framed(at_work, "certificates.html", "certificates", found=None, facts=(), is_true=True)


@router.post("/certificates")
def look(at_work: AtWork, fields: Fields) -> Response:
    """By a form: neither number nor code stands in an address or a log of addresses."""
    number, code = fields.get("number", "").strip(), fields.get("code", "")
    store = at_work.desk.parts.store
    found = verified(store.certificates, number, code)
    if found is None:
        return framed(
            *(at_work, "certificates.html", "certificates", 422),
            found=None,
            facts=(),
            is_true=True,
            problem=NOT_OURS,
            typed={"number": number},
        )
    at_work.did(Opened(detail=found.kind), found.number)
    paid = lines_of(found.person, store.tax.payments(found.person), store.refunds.of(found.person), HALL_TIME)
    return framed(
        *(at_work, "certificates.html", "certificates"),
        found=found,
        facts=_facts(found),
        is_true=is_true(found, paid),
        typed={"number": number},
    )


def _facts(found: Certificate) -> tuple[common.Fact, ...]:
    content, lines = found.content, found.content.lines
    name, number = masked_name(content.name), content.number
    return (
        common.Fact(Text("证明"), found.kind.label),
        common.Fact(Text("编号"), Verbatim(found.number)),
        common.Fact(Text("开具时间"), common.time(found.issued_at)),
        common.Fact(Text("怎么开的"), OPENINGS[found.opening]),
        *((common.Fact(Text("原编号"), Verbatim(found.original)),) if found.original else ()),
        common.Fact(Text("填票人"), Verbatim(found.issuer)),
        common.Fact(Text("缴费人"), Verbatim(f"{name} {number}")),
        common.Fact(Text("查询期间"), Verbatim(content.asked)),
        common.Fact(Text("笔数"), Text("{count} 笔", count=len(lines))),
        common.Fact(Text("打印次数"), Text("{count} 次", count=found.prints)),
    )
