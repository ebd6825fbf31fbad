"""The browser of the pretended phone: it opens what the terminal hands over to phones, and touches its one button."""

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from domain.words import Verbatim

HERE = "http://127.0.0.1:"
"""How links begin that lead to this machine: no other address is ever opened."""
PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class WebPage:
    """What the phone shows: a heading, and a button where there is one."""

    link: str
    heading: Verbatim
    button: Verbatim


class Browser:
    """Every call waits for the terminal; to be used off the GUI thread."""

    def opens(self, code: str) -> bool:
        """Whether a code leads to a page of this terminal's."""
        return code.startswith(HERE)

    def open(self, link: str) -> WebPage:
        """The page behind a link; one that cannot be reached says so."""
        reader = _Reader()
        reader.feed(self._ask("GET", link)[1].decode("utf-8", "replace"))
        return WebPage(link, Verbatim(reader.said["h1"] or "404"), Verbatim(reader.said["button"]))

    def press(self, page: WebPage) -> bytes:
        """What the button of a page downloads; nothing if it is no PDF."""
        headers, body = self._ask("POST", page.link)
        return body if headers.get("content-type") == "application/pdf" else b""

    def _ask(self, method: str, link: str) -> tuple[Mapping[str, str], bytes]:
        import httpx2

        try:
            with httpx2.Client(trust_env=False, timeout=PATIENCE_S) as client:
                answer = client.request(method, link)
        except httpx2.HTTPError:
            return {}, b""
        return answer.headers, answer.content


class _Reader(HTMLParser):
    """What stands in the elements that the phone shows."""

    def __init__(self) -> None:
        super().__init__()
        self.said = {"h1": "", "button": ""}
        self._in = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._in = tag

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in in self.said:
            self.said[self._in] += data
