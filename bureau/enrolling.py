"""How a terminal comes by its certificate: once by a code that staff read out, later by the one that it has."""

from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from adapters.bureau.line import OK
from bureau.answering import Answering, Question, Refusal, replied
from bureau.authority import Authority, AuthorityError
from bureau.offices import Bureau
from domain.logs import bureau as events
from domain.logs.log import Log
from domain.runtime import Clock
from storage.bureau.terminals import CodeRefused, Issued

log = Log("bureau.enrolling")

Asked = TypeVar("Asked", bound=BaseModel)
MOST = 1 << 13
"""Bytes."""


class Renew(BaseModel):
    """`request` is a PKCS #10 in PEM, with the terminal's new key."""

    model_config = ConfigDict(extra="forbid", strict=True)
    request: str


class Enrol(Renew):
    """`code` is what `./kiosk bureau enrol` printed."""

    code: str


class Enrolled(BaseModel):
    """`certificate` and `ca` are PEM."""

    terminal: str
    certificate: str
    ca: str


class Enrolling:
    """Answers the two calls that give certificates. `ca` is what terminals believe, in PEM.

    Certificates go by the machine's `clock`, as the program does that looks at them.
    """

    def __init__(self, bureau: Bureau, authority: Authority, ca: bytes, answering: Answering, clock: Clock) -> None:
        self._bureau, self._authority, self._ca = bureau, authority, ca
        self._answering, self._clock = answering, clock

    def enrol(self, question: Question) -> tuple[int, bytes]:
        """Status and body."""
        return replied(question, lambda: _body(self._enrolled(_read(Enrol, question))))

    def renew(self, question: Question) -> tuple[int, bytes]:
        """The same for a terminal that has a certificate, which counts no more then."""

        def renewed() -> tuple[int, bytes]:
            number = self._answering.terminal(question).number
            sent = _read(Renew, question).request.encode()
            now = self._bureau.clock()
            issued = self._bureau.terminals.renew(number, now, lambda who: self._signed(who, sent))
            return _body(self._told(issued))

        return replied(question, renewed)

    def _enrolled(self, asked: Enrol) -> Enrolled:
        now = self._bureau.clock()

        try:
            request = asked.request.encode()
            return self._told(self._bureau.terminals.redeem(asked.code, now, lambda who: self._signed(who, request)))
        except CodeRefused:
            log.warning(events.CodeRefused())
            raise Refusal(403, "this code is none, was used before, or is too old") from None

    def _signed(self, number: str, request: bytes) -> Issued:
        try:
            return self._authority.terminal(number, request, self._clock())
        except AuthorityError as error:
            raise Refusal(422, str(error)) from None

    def _told(self, issued: Issued) -> Enrolled:
        terminal = self._bureau.terminals.of(issued.serial)
        number = terminal.number if terminal else ""
        log.info(events.CertificateGiven(number, issued.serial, issued.until))
        return Enrolled(terminal=number, certificate=issued.pem.decode(), ca=self._ca.decode())


def _read(kind: type[Asked], question: Question) -> Asked:
    try:
        if len(question.body) > MOST:
            raise Refusal(413, f"such a question has at most {MOST} bytes")
        return kind.model_validate_json(question.body)
    except ValidationError:
        raise Refusal(422, f"what is sent has to be {', '.join(kind.model_fields)}") from None


def _body(enrolled: Enrolled) -> tuple[int, bytes]:
    return OK, enrolled.model_dump_json().encode()
