"""A paper is handed over to a phone once, within its minutes, to whoever knows the code, by real HTTP on loopback."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx2
import pytest

from adapters.listener import Listener
from adapters.phone.handover import METHODS, PhoneHandover
from adapters.phone.page import Pages
from adapters.phone.tries import FOR_S, MOST, PEERS, WrongTries
from adapters.runtime import Machine
from domain.handover import LASTS_S, Going, Offer
from domain.words import Text
from tests.payment.hall import ASSETS

PAPER = b"%PDF-1.7 of somebody"
TITLE = Text("社会保险费缴费证明")


@dataclass
class Desk:
    """A handover that is listened for, under a clock that stands still. `ended` is what was told of its papers."""

    at: float = 1000.0
    ended: list[Going] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.handover = PhoneHandover("", Machine().token, lambda: self.at, Pages(ASSETS / "phone"))
        self.listener = Listener("127.0.0.1", 0, self.handover.answer, Machine(), methods=METHODS)
        self.handover.url = f"http://127.0.0.1:{self.listener.port}"

    def offer(self) -> Offer:
        return self.handover.offer(PAPER, TITLE, self.ended.append)

    def ask(self, method: str, url: str, **headers: str) -> httpx2.Response:
        with httpx2.Client(trust_env=False) as phone:
            return phone.request(method, url, headers=headers)


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.listener.stop()


def test_a_paper_is_looked_for_as_often_as_one_likes_and_taken_once(desk: Desk) -> None:
    offer = desk.offer()
    for _ in range(3):
        page = desk.ask("GET", offer.link, Range="bytes=0-9", Purpose="prefetch")
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert TITLE in page.text and "下载至手机" in page.text
    assert desk.ask("HEAD", offer.link).headers["content-length"] == str(len(page.content))
    assert desk.handover.look(offer) is Going.WAITING
    assert desk.ended == []

    taken = desk.ask("POST", offer.link, Range="bytes=0-3")
    assert (taken.status_code, taken.content) == (200, PAPER)
    assert desk.ask("POST", offer.link).status_code == 404
    assert desk.ask("GET", offer.link).status_code == 404
    assert desk.handover.look(offer) is Going.TAKEN
    assert desk.ended == [Going.TAKEN]


def test_no_answer_is_kept_or_says_whom_it_is_about(desk: Desk) -> None:
    offer = desk.offer()
    answers = [desk.ask(method, offer.link) for method in ("GET", "POST", "GET")]
    for answer in answers:
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert answers[1].headers["content-type"] == "application/pdf"
    assert answers[1].headers["content-disposition"] == 'attachment; filename="shebao.pdf"'


def test_the_code_is_128_bits_of_chance_and_nothing_else(desk: Desk) -> None:
    codes = {desk.offer().link.rpartition("/")[2] for _ in range(50)}
    assert len(codes) == 50
    assert {len(code) for code in codes} == {22}


@pytest.mark.parametrize("passed", [LASTS_S, LASTS_S + 1])
def test_after_five_minutes_it_is_gone(desk: Desk, passed: float) -> None:
    offer = desk.offer()
    desk.at += LASTS_S - 0.5
    assert desk.handover.seconds(offer) == 1
    assert desk.ask("GET", offer.link).status_code == 200
    desk.at += passed - LASTS_S + 0.5
    assert desk.ask("POST", offer.link).status_code == 404
    assert desk.handover.look(offer) is Going.OVER
    assert desk.ended == [Going.OVER]


def test_it_goes_with_its_visitor_and_with_the_next_paper(desk: Desk) -> None:
    first = desk.offer()
    second = desk.offer()
    assert desk.ask("POST", first.link).status_code == 404
    assert desk.handover.look(first) is Going.OVER
    desk.handover.withdraw()
    desk.handover.withdraw()
    assert desk.ask("POST", second.link).status_code == 404
    assert desk.ended == [Going.OVER, Going.OVER]


@pytest.mark.parametrize("path", ["", "favicon.ico", "A" * 21, "A" * 23, "%41" * 22, "../../etc/passwd", "é" * 22])
def test_nothing_else_is_there_and_what_is_no_code_is_no_try(desk: Desk, path: str) -> None:
    offer = desk.offer()
    for _ in range(MOST + 1):
        assert desk.ask("GET", f"{desk.handover.url}/{path}").status_code == 404
    assert desk.ask("GET", offer.link).status_code == 200


def test_who_guesses_is_not_listened_to_for_a_minute(desk: Desk) -> None:
    offer, wrong = desk.offer(), f"{desk.handover.url}/{'A' * 22}"
    assert [desk.ask("POST", wrong).status_code for _ in range(MOST)] == [404] * MOST
    assert desk.ask("POST", offer.link).status_code == 429
    desk.at += FOR_S
    assert desk.ask("POST", offer.link).content == PAPER


def test_only_so_many_who_guess_are_remembered() -> None:
    tries = WrongTries(lambda: 0.0)
    for _ in range(MOST):
        tries.add("first")
    assert tries.too_many("first")
    for number in range(PEERS):
        tries.add(str(number))
    assert not tries.too_many("first")


def test_of_two_who_ask_at_once_one_gets_it_and_what_did_not_go_out_whole_is_not_given_again(desk: Desk) -> None:
    from adapters.listener import Request

    offer = desk.offer()
    asked = Request("POST", f"/{offer.link.rpartition('/')[2]}", {}, b"", "127.0.0.1")
    first, second = desk.handover.answer(asked), desk.handover.answer(asked)
    assert (first.status, second.status) == (200, 404)
    assert desk.handover.look(offer) is Going.WAITING
    first.said(False)
    assert desk.handover.look(offer) is Going.CUT
    assert desk.ask("POST", offer.link).status_code == 404
    assert desk.ended == [Going.CUT]


def test_a_visitor_who_goes_while_it_is_read_has_taken_it(desk: Desk) -> None:
    from adapters.listener import Request

    offer = desk.offer()
    answer = desk.handover.answer(Request("POST", f"/{offer.link.rpartition('/')[2]}", {}, b"", "127.0.0.1"))
    desk.handover.withdraw()
    assert desk.ended == []
    answer.said(True)
    assert desk.ended == [Going.TAKEN]
