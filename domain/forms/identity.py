"""Who somebody is: the fields of an identity, and looking the person up (用户认证, 缴费人信息)."""

from dataclasses import dataclass, replace

from domain import identity
from domain.flows.visit import Enrolling, Identity, Paying
from domain.forms.asking import Onward, Wrong
from domain.forms.desks import IdentityDesk
from domain.forms.fields import Answers, Given, Option, Pad, Select, Typed
from domain.identity import DocumentKind
from domain.people.person import Enrolment, Person
from domain.words import NOTHING, Text

NOT_FOUND = Text("未查询到与所填姓名、证件号码一致的参保人信息，请核对后重新填写。")
"""The same for a number that nobody has and for a name that is another's: nobody can find out who exists."""
UNWRITABLE = Text("姓名里有本机打印不出来的字：可以缴费，但缴费证明和完税证明要到窗口开具。")
TWICE = Text("这个人已经加过了，一次只能缴一笔。请填另一位家人，或者点返回。")
NOT_ENROLLED = Text("没有查到这个险种的参保登记，请先到经办机构办理参保登记。")


def kind_of(answers: Answers) -> DocumentKind:
    """The chosen kind of document; a resident's identity card where there is no choice, or none yet (guide 二(一))."""
    return DocumentKind(answers.get("kind", DocumentKind.RESIDENT_ID))


def _documents(given: Given) -> tuple[Option, ...]:
    first = DocumentKind.RESIDENT_ID
    return tuple(Option(kind, kind.label) for kind in (first, *(k for k in DocumentKind if k is not first)))


def _number_problem(text: str, given: Given) -> Text | None:
    return identity.number_problem(kind_of(given.answers), text, given.today)


KIND = Select("kind", Text("证件类型"), _documents, first=DocumentKind.RESIDENT_ID)
NAME = Typed("name", Text("姓名"), lambda text, given: identity.name_problem(text))


def number(label: Text) -> Typed:
    """The document's number under the guide's label: 证件号码, 身份证号码."""
    return Typed(
        "number",
        label,
        _number_problem,
        pad=lambda answers: Pad.DIGITS_X if identity.numeric(kind_of(answers)) else Pad.LETTERS,
        tidy=identity.tidy,
        grouped=lambda text, answers: identity.grouped(kind_of(answers), text),
        masked=identity.masked,
        expected=lambda answers: identity.digits_expected(kind_of(answers)),
    )


def known(desk: IdentityDesk, who: Identity) -> Answers:
    """What the form is filled in with: another channel does not ask again who one is."""
    visitor = who.visitor
    return {"kind": visitor.kind, "number": visitor.number, "name": visitor.name} if visitor else {}


def known_too(desk: IdentityDesk, began: Enrolling) -> Answers:
    """The same, where one has chosen before what one pays."""
    return known(desk, began.who)


def find(desk: IdentityDesk, answers: Answers) -> Person | None:
    """Whose number *and* name these are."""
    return desk.tax.find_person(kind_of(answers), identity.tidy(answers["number"]), answers["name"])


def caution(desk: IdentityDesk, person: Person) -> Text:
    """What somebody has to know before they pay, for themselves or another: that no paper can say the name."""
    return NOTHING if desk.writes(person.name) else UNWRITABLE


def identify_visitor(desk: IdentityDesk, who: Identity, answers: Answers) -> Onward[Identity] | Wrong:
    """The visitor says who they are."""
    person = find(desk, answers)
    if person is None:
        return Wrong(NOT_FOUND, use="number")
    return Onward("identified", replace(who, visitor=person), caution=caution(desk, person))


def identify_payee(desk: IdentityDesk, paying: Paying, answers: Answers) -> Onward[Paying] | Wrong:
    """The visitor says who is paid for."""
    person = find(desk, answers)
    if person is None:
        return Wrong(NOT_FOUND, use="number")
    return Onward("identified", replace(paying, payee=person), caution=caution(desk, person))


def identify_member(desk: IdentityDesk, paying: Paying, answers: Answers) -> Onward[Paying] | Wrong:
    """The visitor says who is paid for as well, by the same code."""
    found = identify_payee(desk, paying, answers)
    if isinstance(found, Onward) and any(found.given.payee == member.payee for member in paying.members):
        return Wrong(TWICE)
    return found


def identify_insured(desk: IdentityDesk, began: Enrolling, answers: Answers) -> Onward[Enrolling] | Wrong:
    """The person whose insurance the menu has named; they pay where they are enrolled."""
    found = _enrolled(desk, began, answers)
    return found if isinstance(found, Wrong) else found.paying_at(desk, found.enrolment.agency)


def identify_at_agency(desk: IdentityDesk, began: Enrolling, answers: Answers) -> Onward[Enrolling] | Wrong:
    """The same, and the agency has to be the one where they are enrolled (guide 四(三))."""
    found = _enrolled(desk, began, answers)
    if isinstance(found, Wrong):
        return found
    if not found.is_at(answers["agency"]):
        return Onward("mismatch", began)
    return found.paying_at(desk, answers["agency"])


@dataclass(frozen=True, slots=True)
class _Enrolled:
    """A person who is enrolled in what they came to pay, with what the tax system knows of them in its scheme."""

    began: Enrolling
    person: Person
    enrolment: Enrolment
    enrolments: tuple[Enrolment, ...]
    paid: frozenset[str]

    def is_at(self, agency: str) -> bool:
        """Whether the insurance that was asked for is at this agency."""
        return any(e.insurance is self.enrolment.insurance and e.agency == agency for e in self.enrolments)

    def paying_at(self, desk: IdentityDesk, agency: str) -> Onward[Enrolling]:
        """On to pay there."""
        who, paying = self.began.who, self.began.paying
        choice = replace(paying.choice, agency=agency)
        paying = replace(paying, enrolments=self.enrolments, paid=self.paid, choice=choice)
        given = Enrolling(replace(who, visitor=self.person), paying)
        return Onward("identified", given, caution=caution(desk, self.person))


def _enrolled(desk: IdentityDesk, began: Enrolling, answers: Answers) -> _Enrolled | Wrong:
    person, paying = find(desk, answers), began.paying
    if person is None:
        return Wrong(NOT_FOUND, use="number")
    enrolments, paid = desk.tax.enrolments(person.id, paying.scheme), desk.tax.paid(person.id)
    first = next((e for e in enrolments if e.insurance is paying.choice.insurance), None)
    return _Enrolled(began, person, first, enrolments, paid) if first else Wrong(NOT_ENROLLED)
