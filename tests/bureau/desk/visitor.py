"""Browsers before the desk: they keep cookies, fill in the forms of the page that they are on, and read it as text."""

import asyncio
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from httpx2 import ASGITransport, AsyncClient, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bureau.desk.app import desk
from bureau.desk.who import COOKIE
from tests.bureau.desk.world import PASSPHRASE, World

HOST = "https://desk.test"


class Text(HTMLParser):
    """What a page says, and the title and names that it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append(" ".join(data.split()))


@dataclass
class Room:
    """Where the browsers are, and the application that all of them ask. Each has an address of its own."""

    world: World
    seats_taken: int = 0
    app: ASGIApp = field(init=False)

    def __post_init__(self) -> None:
        self.restarts()

    def restarts(self) -> None:
        """The program begins anew, over the same store."""
        self.app = desk(self.world.parts)

    def browser(self) -> "Browser":
        self.seats_taken += 1
        return Browser(self, f"10.0.0.{self.seats_taken}")

    def seats(self, number: str) -> "Browser":
        """Somebody signs in at a browser of their own."""
        browser = self.browser()
        answer = browser.signs_in(number)
        assert answer.status_code == 303, browser.text
        return browser


@dataclass
class Browser:
    room: Room
    address: str
    page: str = ""
    number: str = ""
    client: AsyncClient = field(init=False)

    def __post_init__(self) -> None:
        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            await self.room.app(scope, receive, send)

        self.client = AsyncClient(transport=ASGITransport(app, client=(self.address, 40000)), base_url=HOST)

    def asks(self, path: str, method: str = "GET", **how: object) -> Response:
        """One question; nothing is followed."""
        answer = asyncio.run(self.client.request(method, path, **how))  # type: ignore[arg-type]
        if method == "GET" or answer.status_code != 303:
            self.page = answer.text
        return answer

    def opens(self, path: str) -> str:
        """A page, as text."""
        answer = self.asks(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.headers.get('location')}"
        return self.text

    def posts(self, path: str, **fields: str) -> Response:
        """A form, with the token of the page that one is on; on to where it leads."""
        answer = self.asks(path, "POST", data={"token": self.token, **fields})
        if answer.status_code == 303:
            self.asks(answer.headers["location"])
        return answer

    def signs_in(self, number: str, passphrase: str = PASSPHRASE, code: str | None = None) -> Response:
        self.number = number
        given = self.room.world.code(number) if code is None else code
        answer = self.asks("/sign-in", "POST", data={"number": number, "passphrase": passphrase, "code": given})
        if answer.status_code == 303:
            self.asks(answer.headers["location"])
        return answer

    def code(self) -> str:
        """What the phone of who sits here shows now."""
        return self.room.world.code(self.number)

    @property
    def text(self) -> str:
        return "\n".join(Text(self.page).words)

    @property
    def token(self) -> str:
        """That of the forms of the page; a wrong one where it has none."""
        found = re.search(r'name="token" value="([0-9a-f]+)"', self.page)
        return found[1] if found else "none"

    @property
    def session(self) -> str | None:
        return self.client.cookies.get(COOKIE)
