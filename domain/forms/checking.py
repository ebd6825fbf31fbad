"""查验: whether a paper that somebody holds was issued here, by its number and check code. Nobody is named by it."""

from domain.certificates.certificate import Certificate
from domain.certificates.issuing import NotTrue
from domain.certificates.numbers import CODE_LENGTH, LETTERS, tidy_code
from domain.certificates.verifying import verified
from domain.flows.visit import Checking, Success
from domain.forms.asking import Onward, Wrong
from domain.forms.desks import CertificateDesk
from domain.forms.fields import Answers, Given, Pad, Typed
from domain.words import Text

FORM = "check"
ON_PAPER = rf"([0-9A-Z-]{{8,32}}) ([{LETTERS}]{{{CODE_LENGTH}}})"
"""What the code on a paper says: the number, a space, and the check code."""
NOT_OURS = Text("没有查到：本机没有开过这个号码和验证码的证明。请对照纸上再核对一次；别处开的请到窗口查验。")
GENUINE = Text("这张证明是本机开具的，和下面的内容一致才是真的")
REFUNDED = Text("这张证明是本机开具的，但所列的缴费有的已经退了，或者正在退")


def _number_problem(text: str, given: Given) -> Text | None:
    right = text.isascii() and text.replace("-", "").isalnum()
    return None if right else Text("编号只有数字、字母和短横线，请检查")


def _code_problem(text: str, given: Given) -> Text | None:
    return None if len(tidy_code(text)) == CODE_LENGTH else Text("验证码是 {length} 位数字和字母", length=CODE_LENGTH)


def _letters(answers: Answers) -> Pad:
    return Pad.LETTERS


NUMBER = Typed(
    "paper", Text("证明编号"), _number_problem, hint=Text("在证明的右上角"), longest=32, pad=_letters,
    tidy=lambda text: text.strip().upper(),
)  # fmt: skip
CODE = Typed("check_code", Text("验证码"), _code_problem, hint=Text("在二维码旁边"), longest=12, pad=_letters)


def check(desk: CertificateDesk, given: Checking, answers: Answers) -> Onward[Checking] | Wrong:
    """Whether such a paper was issued here; not which of number and code is wrong."""
    found = verified(desk.counter.book, answers[NUMBER.key], answers[CODE.key])
    if found is None:
        return Wrong(NOT_OURS, use=NUMBER.key)
    try:
        desk.counter.insist(found)
    except NotTrue:
        return Onward("found", Checking(found.number, REFUNDED, Success.BAD))
    return Onward("found", Checking(found.number, GENUINE))


def found(desk: CertificateDesk, given: Checking) -> tuple[Certificate, ...]:
    """The certificate that the paper has to agree with."""
    certificate = desk.counter.book.find(given.number)
    return (certificate,) if certificate else ()


def again(given: Checking) -> Onward[Checking]:
    """Another paper: the form begins anew."""
    return Onward("again", Checking(), forget=(FORM,))
