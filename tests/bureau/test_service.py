"""What a terminal asks over TLS is answered as if the books were its own, and nobody else is answered."""

import json
from datetime import timedelta
from threading import Barrier, Thread

import httpx2
import pytest

from adapters.bureau.enrolment import EnrolmentFailed, enrol, trusting
from adapters.bureau.line import NUMBER, TIME
from adapters.bureau.raised import TooOften
from adapters.bureau.remote import Bureau as Remote
from domain.agreements.agreement import Agreement
from domain.agreements.events import Confirmed
from domain.people.insurance import Insurance, Scheme
from domain.people.person import Person
from domain.ports import PostingRefused, Unreachable
from tests.accounts.samples import ICBC, terms
from tests.bureau.conftest import HallClock, Served
from tests.payment.hall import LI, NOON, ZHANG, ZHOU, bill_of


def found(at: Remote, who: object = ZHANG) -> Person:
    person = at.tax.find_person(who.kind, who.number, who.name)  # type: ignore[attr-defined]
    assert person is not None
    return person


def test_a_visitor_is_known_at_every_terminal_and_what_one_posts_the_other_sees(served: Served) -> None:
    here, there = served.terminal("T0001"), served.terminal("T0002")
    who = found(here)
    assert found(there) == who
    assert here.tax.enrolments(who.id, Scheme.FLEXIBLE)
    bill = bill_of(who.id)
    assert here.claims.take("T0001ORDER0000000001", (bill,)) is None
    voucher = here.tax.post("T0001ORDER0000000001", (bill,), NOON, "wechat")
    assert here.tax.post("T0001ORDER0000000001", (bill,), NOON, "wechat") == voucher
    assert bill.key in there.tax.paid(who.id)
    assert there.claims.take("T0002ORDER0000000002", (bill,)) == "T0001ORDER0000000001"


def test_one_bill_is_claimed_by_one_of_two_that_ask_at_once(served: Served) -> None:
    terminals = [served.terminal(f"T000{n}") for n in range(1, 5)]
    bill = bill_of(found(terminals[0]).id)
    for one in terminals:
        found(one)
    together, came = Barrier(len(terminals)), dict[int, str | None]()

    def take(n: int) -> None:
        together.wait()
        came[n] = terminals[n].claims.take(f"T000{n}ORDER00000000{n:02}", (bill,))

    threads = [Thread(target=take, args=(n,)) for n in range(len(terminals))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (winner,) = (n for n, holder in came.items() if holder is None)
    assert {holder for n, holder in came.items() if n != winner} == {f"T000{winner}ORDER00000000{winner:02}"}


def test_who_was_not_looked_up_is_not_spoken_of(served: Served) -> None:
    here, there = served.terminal("T0001"), served.terminal("T0002")
    who = found(here).id
    for ask in (
        lambda: there.tax.enrolments(who, Scheme.FLEXIBLE),
        lambda: there.tax.owed(who, Scheme.FLEXIBLE, Insurance.PENSION),
        lambda: there.tax.payments(who),
        lambda: there.accounts.accounts(who),
        lambda: there.refunds.of(who),
        lambda: there.claims.take("T0002ORDER0000000001", (bill_of(who),)),
        here.refunds.open,
        lambda: here.tax.masked(who),
    ):
        with pytest.raises(Unreachable, match="403"):
            ask()
    served.clock.at += timedelta(hours=2)
    with pytest.raises(Unreachable, match="403"):
        here.tax.payments(who)


def test_the_eleventh_wrong_look_up_in_a_minute_waits(served: Served) -> None:
    here, there = served.terminal("T0001"), served.terminal("T0002")
    for n in range(10):
        assert here.tax.find_person(ZHANG.kind, ZHANG.number, f"张{n}") is None
    with pytest.raises(TooOften):
        here.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert found(there)
    served.clock.at += timedelta(minutes=1)
    assert found(here)


def test_money_is_posted_only_for_what_was_claimed_there(served: Served) -> None:
    here, there = served.terminal("T0001"), served.terminal("T0002")
    bill = bill_of(found(here).id)
    found(there)
    here.claims.take("T0001ORDER0000000001", (bill,))
    for number, at in (("T0001ORDER0000000009", here), ("T0001ORDER0000000001", there)):
        with pytest.raises(Unreachable, match="403"):
            at.tax.post(number, (bill,), NOON, "wechat")
    with pytest.raises(Unreachable, match="403"):
        here.tax.post("T0001ORDER0000000001", (bill, bill_of(bill.person, 10)), NOON, "wechat")
    other = bill_of(found(here, ZHOU).id)
    here.claims.take("T0001ORDER0000000002", (other,))
    with pytest.raises(PostingRefused):
        here.tax.post("T0001ORDER0000000002", (other,), NOON, "wechat")


def test_what_is_known_by_a_number_alone_is_not_touched_from_elsewhere(served: Served) -> None:
    here, there = served.terminal("T0001"), served.terminal("T0002")
    who = found(here)
    signed = here.agreements.sign(who.id, terms(ICBC), NOON)
    assert isinstance(signed, Agreement)
    for ask in (
        lambda: there.agreements.verify(signed.number, Confirmed(NOON)),
        lambda: there.certificates.begin_print("520000000000000001", NOON),
        lambda: there.orders.get("GZT0001202611231200000000000001"),
    ):
        with pytest.raises(KeyError):
            ask()
    assert there.certificates.find("520000000000000001") is None
    with pytest.raises(Unreachable):
        here.agreements.verify(signed.number, Confirmed(NOON))
    assert here.agreements.of(who.id)[0].verified_at is None, "a terminal's word is no bank's"
    with pytest.raises(Unreachable, match="403"):
        here.claims.take("GZT0002202611231200000000000001", (bill_of(who.id),))


def test_a_terminal_that_is_revoked_or_was_enrolled_again_is_refused(served: Served) -> None:
    old = served.terminal("T0001")
    assert found(old)
    served.enrolled("T0001")
    with pytest.raises(Unreachable, match="401"):
        found(old)
    new = served.terminal("T0001")
    assert found(new)
    assert served.offices.terminals.revoke("T0001", served.clock.now())
    with pytest.raises(Unreachable, match="401"):
        found(new)


def test_a_code_is_good_once_for_a_day_and_for_its_terminal(served: Served) -> None:
    terminals, clock = served.offices.terminals, served.clock
    code = terminals.code("T0001", "南明区办税服务厅", clock.now())
    newer = terminals.code("T0001", "南明区办税服务厅", clock.now())
    for wrong in (code, "AAAA-BBBB-CCCC-DDDD", ""):
        with pytest.raises(EnrolmentFailed, match="403"):
            enrol(served.url, served.places.ca, "T0001", wrong, clock)
    with pytest.raises(EnrolmentFailed, match="is for terminal T0001"):
        enrol(served.url, served.places.ca, "T0002", newer, clock)
    with pytest.raises(EnrolmentFailed, match="403"):
        enrol(served.url, served.places.ca, "T0001", newer, clock)
    late = terminals.code("T0003", "南明区办税服务厅", clock.now())
    clock.at += timedelta(days=1, seconds=1)
    with pytest.raises(EnrolmentFailed, match="403"):
        enrol(served.url, served.places.ca, "T0003", late, clock)


def test_a_clock_that_is_an_hour_off_is_refused(served: Served) -> None:
    wrong = HallClock()
    wrong.at += timedelta(hours=1)
    served.enrolled("T0001")
    with pytest.raises(Unreachable, match="401"):
        found(served.terminal("T0001", wrong))


BAD = [
    ("/v1/tax/find_person", b"{", 422),
    ("/v1/tax/find_person", b"\xff", 422),
    ("/v1/tax/find_person", json.dumps({"kind": "x", "number": ZHANG.number, "name": ZHANG.name}).encode(), 422),
    ("/v1/tax/paid", b'{"person": 1, "520102199001011234": 2}', 422),
    ("/v1/tax/paid", b'{"person": "1"}', 422),
    ("/v1/tax/paid", b'{"person": 1}' + b" " * (1 << 18), 413),
    ("/v1/tax/destroy", b"{}", 404),
    ("/v1/tax/__init__", b"{}", 404),
    ("/v2", b"{}", 404),
    ("/v1/tax/declare", b"{}", 422),
]


@pytest.mark.parametrize(("path", "body", "status"), BAD)
def test_what_is_no_call_is_refused_and_nothing_of_it_is_repeated(
    served: Served, path: str, body: bytes, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    tls = trusting(served.places.ca, served.enrolled("T0001"))
    with httpx2.Client(verify=tls, base_url=served.url, headers={TIME: NOON.isoformat()}) as client:
        answer = client.post(path, content=body)
        assert answer.status_code == status
        assert "fault" in answer.json()
        for said in (answer.text, caplog.text):
            assert ZHANG.number not in said and "520102199001011234" not in said and ZHANG.name not in said


def test_without_a_certificate_one_can_only_enrol(served: Served) -> None:
    with httpx2.Client(verify=trusting(served.places.ca, None), base_url=served.url) as client:
        assert client.post("/v1/tax/paid", content=b'{"person": 1}').status_code == 401
        assert client.post("/v1/renew", json={"request": ""}).status_code == 401
        assert client.get("/v1/openapi.json").json()["openapi"] == "3.1.0"


def test_the_same_question_under_its_number_is_answered_the_same_and_done_once(served: Served) -> None:
    here = served.terminal("T0001")
    who = found(here)
    tls = trusting(served.places.ca, served.made["T0001"])
    from adapters.bureau.ports import PORTS

    (take,) = (call for port in PORTS for call in port.calls if call.path == "/v1/claims/take")
    body = take.body("T0001ORDER0000000001", (bill_of(who.id),))
    other = take.body("T0001ORDER0000000001", (bill_of(who.id, 10),))
    headers = {TIME: NOON.isoformat(), NUMBER: "0" * 32}
    with httpx2.Client(verify=tls, base_url=served.url) as client:
        first = client.post(take.path, content=body, headers=headers)
        assert (first.status_code, first.json()) == (200, None)
        here.claims.release("T0001ORDER0000000001")
        again = client.post(take.path, content=body, headers=headers)
        assert (again.status_code, again.json()) == (200, None)
        served.clock.at += timedelta(minutes=2)
        assert here.claims.held() == ()
        assert client.post(take.path, content=other, headers=headers).status_code == 400
        for number in ("", "0" * 31, "G" * 32):
            assert client.post(take.path, content=body, headers=headers | {NUMBER: number}).status_code == 400


def test_somebody_with_arrears(served: Served) -> None:
    here = served.terminal("T0001")
    who = found(here, LI)
    owed = [one for insurance in Insurance for one in here.tax.owed(who.id, Scheme.RESIDENT, insurance)]
    owed += [one for insurance in Insurance for one in here.tax.owed(who.id, Scheme.FLEXIBLE, insurance)]
    assert owed
