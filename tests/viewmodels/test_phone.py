"""A certificate to the phone: the code over its paper, how long it is good, how it ends, and how it is counted."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from adapters.listener import Answer, Request
from adapters.phone.handover import PhoneHandover
from adapters.phone.page import Pages
from adapters.runtime import Machine
from domain.certificates.book import PrintEnd
from domain.certificates.certificate import Certificate, CertificateKind
from domain.handover import LASTS_S
from domain.refunds.application import Application
from tests.certificates.room import Templates, attempts
from tests.desk import office_at
from tests.documents.paper import pages
from tests.payment.hall import ASSETS, ZHANG, Hall
from tests.refunds.bench import draft_of
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import looks_at
from viewmodels.parts import Parts
from viewmodels.steps.document import DocumentViewModel
from viewmodels.steps.phone import PhoneViewModel
from viewmodels.words import print_phases
from viewmodels.words.to_phone import Phase

Until = Callable[[Callable[[], bool]], None]
Show = Callable[..., DocumentViewModel]


class Phone:
    """What a phone can do, and the uptime that its code ends by."""

    def __init__(self) -> None:
        self.at = 0.0
        self.handover = PhoneHandover("https://hall.example", Machine().token, lambda: self.at, Pages(ASSETS / "phone"))

    def asks(self, model: PhoneViewModel) -> Answer:
        """Touch the button of the page whose code is on the screen."""
        path = str(model.property("code")).removeprefix("https://hall.example")
        return self.handover.answer(Request("POST", path, {}, b"", "10.0.0.9"))

    def gets(self, model: PhoneViewModel) -> bytes:
        answer = self.asks(model)
        answer.said(True)
        model.look()
        return answer.body


@pytest.fixture
def her() -> Phone:
    return Phone()


@pytest.fixture
def with_phone(parts: Parts, her: Phone) -> Parts:
    return replace(parts, print_shop=replace(parts.print_shop, handover=her.handover))


@pytest.fixture
def certificate(hall: Hall, parts: Parts) -> Certificate:
    counter = parts.desk.certificates.counter
    zhang = parts.desk.payments.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert zhang is not None
    return counter.book.issue(counter.draft(CertificateKind.PAYMENT, zhang, counter.lines(zhang), "2026年"))


@pytest.fixture
def document(show: Show, with_phone: Parts, certificate: Certificate, until: Until) -> Iterator[DocumentViewModel]:
    """Ready to be printed or downloaded."""
    step = show("wechat.payment_document", looks_at("wechat", certificate.number), with_phone)
    until(lambda: step.state.phase is print_phases.Phase.READY)
    yield step
    step.deleteLater()


def opened(document: DocumentViewModel, until: Until) -> PhoneViewModel:
    document.secondary()
    until(lambda: document.phone.state.phase is Phase.WAITING)
    return document.phone


def told(model: PhoneViewModel) -> tuple[str, str, str, str]:
    names = ("kind", "headline", "primaryText", "secondaryText")
    return tuple(str(model.property(name)) for name in names)  # type: ignore[return-value]


def test_without_an_address_nothing_is_offered(
    show: Show, parts: Parts, certificate: Certificate, until: Until
) -> None:
    step = show("wechat.payment_document", looks_at("wechat", certificate.number), parts)
    until(lambda: step.state.phase is print_phases.Phase.READY)
    assert step.property("secondaryText") == ""
    assert step.property("note") == "缴费人可将该证明通过蓝牙打印机等方式进行打印。"
    step.secondary()
    assert not step.phone.state.shown
    step.deleteLater()


def test_the_guides_words_stand_where_papers_get_to_phones(document: DocumentViewModel) -> None:
    assert document.property("secondaryText") == "下载至手机"
    assert document.property("note") == "缴费人可将该证明下载至手机，通过蓝牙打印机等方式进行打印。"


def test_a_phone_gets_it_and_it_counts_as_a_print(
    document: DocumentViewModel, her: Phone, hall: Hall, certificate: Certificate, until: Until
) -> None:
    model = opened(document, until)
    assert str(model.property("code")).startswith("https://hall.example/")
    assert (model.property("clock"), model.property("share")) == ("5:00", 1.0)
    assert model.property("says") == "只能下载一次，还有 5 分 0 秒"
    assert told(model) == ("neutral", "", "", "返回证明")
    her.at += 240.5
    model.look()
    assert (model.property("clock"), model.property("says")) == ("1:00", "只能下载一次，还有 1 分 0 秒")
    her.at += 1
    model.look()
    assert model.property("says") == "只能下载一次，还有 59 秒"

    paper = her.gets(model)
    assert "第1次打印" in pages(paper)[0]
    assert model.property("code") == ""
    assert told(model) == ("good", "已下载", "完成", "")
    assert attempts(hall.store, certificate.number) == [PrintEnd.PRINTED]
    model.primary()
    assert not model.property("shown")
    until(lambda: document.state.phase is print_phases.Phase.READY)
    assert document.state.paper is not None and document.state.paper.attempt == 2


def test_who_comes_back_without_it_has_not_printed(
    document: DocumentViewModel, her: Phone, hall: Hall, certificate: Certificate, until: Until
) -> None:
    model = opened(document, until)
    assert attempts(hall.store, certificate.number) == [None]
    assert document.uncover()
    assert not model.property("shown") and not document.uncover()
    assert attempts(hall.store, certificate.number) == []
    assert document.state.phase is print_phases.Phase.READY


def test_after_five_minutes_another_code_may_be_had(
    document: DocumentViewModel, her: Phone, hall: Hall, certificate: Certificate, until: Until
) -> None:
    model = opened(document, until)
    first = model.property("code")
    her.at += LASTS_S
    model.look()
    assert told(model) == ("unknown", "二维码已失效", "重新取码", "返回证明")
    model.primary()
    until(lambda: model.state.phase is Phase.WAITING)
    assert model.property("code") not in ("", first)
    assert attempts(hall.store, certificate.number) == [None]


def test_a_phone_that_breaks_off_may_have_it(
    document: DocumentViewModel, her: Phone, hall: Hall, certificate: Certificate, until: Until
) -> None:
    model = opened(document, until)
    her.asks(model).said(False)
    model.look()
    assert told(model) == ("unknown", "可能没有传完", "重新取码", "返回证明")
    assert attempts(hall.store, certificate.number) == [PrintEnd.UNKNOWN]
    model.secondary()
    until(lambda: document.state.paper is not None and document.state.paper.attempt == 2)


def test_what_goes_back_meanwhile_gets_to_no_phone(
    document: DocumentViewModel, parts: Parts, hall: Hall, certificate: Certificate, until: Until
) -> None:
    desk = parts.desk
    made = desk.claims.refunds.apply(draft_of(desk.claims.refunds.refundable(certificate.person)[0], 1))
    assert isinstance(made, Application)
    for step in (office_at(desk).take, office_at(desk).approve):
        step(made.number)
    document.secondary()
    until(lambda: document.phone.state.phase is Phase.REFUNDED)
    assert told(document.phone) == ("bad", "这张证明不能下载了", "完成", "")
    assert attempts(hall.store, certificate.number) == []


def test_a_paper_that_cannot_be_set_says_so(
    document: DocumentViewModel, templates: Templates, hall: Hall, certificate: Certificate, until: Until
) -> None:
    templates.spoil()
    document.secondary()
    until(lambda: document.phone.state.phase is Phase.UNSET)
    assert told(document.phone) == ("bad", "现在取不了二维码", "重新取码", "返回证明")
    assert attempts(hall.store, certificate.number) == []
    templates.mend()
    document.phone.primary()
    until(lambda: document.phone.state.phase is Phase.WAITING)


def test_who_leaves_while_the_code_is_made_leaves_none_behind(
    document: DocumentViewModel, hall: Hall, certificate: Certificate, ended: Ended, until: Until
) -> None:
    document.secondary()
    assert document.holds
    document.leave("left")
    assert ended.outcome is None
    until(lambda: ended.outcome == "left")
    assert attempts(hall.store, certificate.number) == []
