"""A flow as it is learnt: what is right, what is wrong, what does no harm, and going back."""

import pytest

from kit.teaching.lesson import Kind, Lesson, is_taught, lesson
from kit.walks import WALKS

PAY = "wechat.flexible.pay_self"


def at(lesson: Lesson, screen: str) -> Lesson:
    """Once everything before a screen has been done."""
    while lesson.walk[lesson.stop].screen != screen:
        while (move := lesson.move) is not None:
            lesson = lesson.touched(move.name) if move.kind is Kind.TAP else lesson.done()
        lesson = lesson.shows(lesson.walk[lesson.stop + 1].screen)
    return lesson


@pytest.mark.parametrize("flow", [flow for flow in WALKS if is_taught(flow)])
def test_who_does_what_is_said_comes_to_the_end(flow: str) -> None:
    learnt = lesson(flow)
    for stop in learnt.walk:
        learnt = learnt.shows(stop.screen)
        while (move := learnt.move) is not None:
            assert move.screen == stop.screen
            learnt = learnt.touched(move.name.replace("*", "0")) if move.kind is Kind.TAP else learnt.done()
    assert learnt.over and learnt.errors == 0


def test_every_flow_is_taught_but_the_one_that_needs_the_night() -> None:
    assert [flow for flow in WALKS if not is_taught(flow)] == ["unionpay.closed_for_reconciliation"]


@pytest.mark.parametrize(
    ("touched", "errors"),
    [
        ("item.flexible_self", 0),
        ("item.flexible_other", 1),
        ("item.resident_self", 1),
        ("back", 0),
        ("home", 0),
        ("page.next", 0),
        ("access.open", 0),
        ("lesson.hear", 0),
    ],
)
def test_what_is_wrong_is_counted_and_what_does_no_harm_is_not(touched: str, errors: int) -> None:
    assert at(lesson(PAY), "wechat.menu").touched(touched).errors == errors


def test_what_leads_on_may_be_touched_before_the_teacher_has_seen_what_was_typed() -> None:
    typing = at(lesson(PAY), "wechat.identify")
    assert typing.move is not None and typing.move.kind is Kind.FILL
    assert typing.touched("key.5").errors == 0
    assert typing.touched("next").shows("wechat.menu").stop == typing.stop + 1


def test_back_leads_back_and_then_it_is_done_again() -> None:
    menu = at(lesson(PAY), "wechat.menu")
    back = menu.shows("wechat.identify")
    assert back.stop == menu.stop - 1 and back.move is not None and back.move.kind is Kind.FILL
    assert back.shows("home").stop == 0


def test_back_from_a_list_leads_to_the_form_as_it_was_before_it() -> None:
    form = at(lesson(PAY), "wechat.confirm_flexible").touched("option.pension").touched("select.agency")
    chosen = form.shows("wechat.flexible_agency")
    back = chosen.shows("wechat.confirm_flexible")
    assert back.stop == form.stop and not back.lost


def test_a_screen_that_is_not_on_the_way_is_known_as_such_and_left() -> None:
    menu = at(lesson(PAY), "wechat.menu")
    astray = menu.shows("wechat.payment_certificate")
    assert astray.lost and astray.move is None
    assert astray.shows("wechat.menu") == menu


def test_a_touch_that_did_not_count_is_asked_for_again() -> None:
    paper = at(lesson("wechat.certificate.payment.to_the_phone"), "wechat.payment_document")
    touched = paper.touched("secondary")
    assert touched.move is not None and touched.move.kind is Kind.PHONE
    assert touched.undone() == paper
    assert paper.undone() == paper, "what was done on another screen has counted"


def test_what_did_not_lead_on_is_begun_anew_on_its_screen() -> None:
    form = at(lesson(PAY), "wechat.confirm_flexible").touched("option.pension")
    assert form.begins_screen_anew().move == at(lesson(PAY), "wechat.confirm_flexible").move


def test_what_nobody_in_a_hall_does_is_not_taught() -> None:
    with pytest.raises(KeyError):
        lesson("wechat.flexible.pay_self.sent_back_by_staff")
