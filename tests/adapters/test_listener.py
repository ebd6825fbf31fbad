"""HTTP from outside has its bounds: what is no small post, over soon, is not taken."""

import logging
import socket
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest

from adapters.listener import AT_ONCE, MOST, MOST_BODY, Answer, Listener, Request, listen
from adapters.runtime import Machine

PATIENCE_S = 10.0


class Taken:
    """Takes what comes, and remembers it."""

    def __init__(self) -> None:
        self.posts: list[tuple[str, str | None, bytes]] = []

    def __call__(self, request: Request) -> Answer:
        self.posts.append((request.path, request.headers.get("x-name"), request.body))
        if request.body == b"a mistake":
            raise RuntimeError("a mistake")
        return Answer(200, b"success")


@pytest.fixture
def taken() -> Taken:
    return Taken()


@pytest.fixture
def listener(taken: Taken) -> Iterator[Listener]:
    listener = Listener("127.0.0.1", 0, taken, Machine())
    yield listener
    listener.stop()


def connected(listener: Listener) -> socket.socket:
    return socket.create_connection(("127.0.0.1", listener.port), PATIENCE_S)


def said(listener: Listener, request: bytes) -> bytes:
    """All that is answered to a request, until it is hung up."""
    with connected(listener) as line:
        with suppress(OSError):  # Who has heard enough hangs up before all is said.
            line.sendall(request)
            line.shutdown(socket.SHUT_WR)
        return rest(line)


def rest(line: socket.socket) -> bytes:
    heard = b""
    try:
        while part := line.recv(1 << 16):
            heard += part
    except ConnectionResetError:
        pass
    return heard


def post(body: bytes, *headers: str) -> bytes:
    return "\r\n".join(("POST /wechat HTTP/1.1", "Host: kiosk", *headers, "", "")).encode() + body


def test_a_post_is_taken(listener: Listener, taken: Taken) -> None:
    answer = said(listener, post(b"told", "Content-Length: 4", "X-Name: value"))
    assert answer.startswith(b"HTTP/1.1 200 OK\r\nServer: kiosk\r\n")
    assert answer.endswith(b"\r\n\r\nsuccess")
    assert taken.posts == [("/wechat", "value", b"told")]


def test_the_largest_post_is_taken(listener: Listener, taken: Taken) -> None:
    body = bytes(MOST_BODY)
    assert b" 200 " in said(listener, post(body, f"Content-Length: {MOST_BODY}"))
    assert taken.posts == [("/wechat", None, body)]


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (post(b"told"), b"411"),
        (post(b"told", "Content-Length: four"), b"411"),
        (post(b"told", "Content-Length: -4"), b"411"),
        (post(b"told", "Content-Length: ４"), b"411"),
        (post(b"4\r\ntold\r\n0\r\n\r\n", "Transfer-Encoding: chunked"), b"411"),
        (post(b"4\r\ntold\r\n0\r\n\r\n", "Content-Length: 4", "Transfer-Encoding: chunked"), b"411"),
        (post(b"", f"Content-Length: {MOST_BODY + 1}"), b"413"),
        (post(b"", "Content-Length: 99999999999999999999"), b"413"),
        (b"GET /wechat HTTP/1.1\r\n\r\n", b"501"),
        (b"BREW /wechat HTTP/1.1\r\n\r\n", b"501"),
        (b"POST /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", b"414"),
        (post(b"", *(f"X-{n}: 1" for n in range(200))), b"431"),
    ],
)
def test_anything_else_is_refused_without_a_word(
    listener: Listener, taken: Taken, request_: bytes, status: bytes
) -> None:
    answer = said(listener, request_)
    assert answer.split(maxsplit=2)[1] == status
    assert answer.endswith(b"\r\n\r\n")
    assert taken.posts == []


@pytest.mark.parametrize(
    "request_",
    [
        b"",
        b"POST",
        b"nonsense\r\n\r\n",
        b"POST /wechat HTTP/9.9\r\n\r\n",
        post(b"tol", "Content-Length: 4"),
        post(b"", *(["X: " + "a" * 60_000] * (MOST // 60_000 + 1))),
    ],
    ids=["nothing", "no line", "no HTTP", "another HTTP", "cut off", "too much"],
)
def test_what_is_no_whole_post_is_hung_up_on(listener: Listener, taken: Taken, request_: bytes) -> None:
    assert said(listener, request_) == b""
    assert taken.posts == []
    assert b" 200 " in said(listener, post(b"told", "Content-Length: 4"))


@pytest.mark.parametrize("begun", [b"", b"POST /wec", post(b"to", "Content-Length: 4")], ids=["line", "head", "body"])
def test_who_says_nothing_more_is_hung_up_on(taken: Taken, begun: bytes) -> None:
    listener = Listener("127.0.0.1", 0, taken, Machine(), lasts_s=0.1)
    with connected(listener) as line:
        line.sendall(begun)
        assert rest(line) == b""
    listener.stop()
    assert taken.posts == []


def test_few_come_at_a_time(listener: Listener, taken: Taken) -> None:
    with ExitStack() as crowd:
        waiting = [crowd.enter_context(connected(listener)) for _ in range(AT_ONCE)]
        with connected(listener) as more:
            assert rest(more) == b""
        for line in waiting:
            line.sendall(post(b"told", "Content-Length: 4"))
            assert b" 200 " in rest(line)
    assert len(taken.posts) == AT_ONCE


def test_a_mistake_of_ours_is_logged_and_the_next_is_heard(
    listener: Listener, taken: Taken, caplog: pytest.LogCaptureFixture
) -> None:
    assert said(listener, post(b"a mistake", "Content-Length: 9")) == b""
    assert b" 200 " in said(listener, post(b"told", "Content-Length: 4"))
    assert [record.getMessage() for record in caplog.records] == ["a request could not be answered"]


def test_nobody_is_heard_after_the_end(taken: Taken) -> None:
    listener = Listener("127.0.0.1", 0, taken, Machine())
    port = listener.port
    listener.stop()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), PATIENCE_S)


def test_an_address_that_somebody_has_stops_nothing(
    listener: Listener, taken: Taken, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    assert listen("notify_address", f"127.0.0.1:{listener.port}", taken, Machine()) is None
    assert caplog.messages == ["nobody is heard at notify_address: Address already in use"]


def test_an_address_of_the_settings(taken: Taken) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    listener = listen("notify_address", f"127.0.0.1:{port}", taken, Machine())
    assert listener is not None
    assert b" 200 " in said(listener, post(b"told", "Content-Length: 4"))
    listener.stop()


def test_who_takes_it_also_gets_other_methods_and_learns_whether_the_answer_went_out() -> None:
    asked: list[Request] = []
    went: list[bool] = []

    def take(request: Request) -> Answer:
        asked.append(request)
        return Answer(200, b"page", {"Content-Type": "text/html", "X-Name": "value"}, went.append)

    listener = Listener("127.0.0.1", 0, take, Machine(), methods=frozenset({"GET", "HEAD"}))
    page, head = (said(listener, f"{method} /page HTTP/1.1\r\n\r\n".encode()) for method in ("GET", "HEAD"))
    refused = said(listener, post(b"told", "Content-Length: 4"))
    listener.stop()
    assert page.endswith(b"X-Name: value\r\nContent-Length: 4\r\nConnection: close\r\n\r\npage")
    assert head.endswith(b"Content-Length: 4\r\nConnection: close\r\n\r\n")
    assert b" 501 " in refused
    assert [(one.method, one.path, one.body, one.peer) for one in asked] == [
        ("GET", "/page", b"", "127.0.0.1"),
        ("HEAD", "/page", b"", "127.0.0.1"),
    ]
    assert went == [True, True]
