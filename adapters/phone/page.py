"""What a phone is shown: that a paper waits, one button; or that none does. No script, no picture, nothing kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from domain.words import Text

FILE = "shebao.pdf"
"""What the paper is called on the phone: nothing of whom it is about."""
GUARDED: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
"""Nobody keeps it, nobody is told where one came from, and nothing else is loaded by it."""
HTML = {**GUARDED, "Content-Type": "text/html; charset=utf-8"}
PDF = {**GUARDED, "Content-Type": "application/pdf", "Content-Disposition": f'attachment; filename="{FILE}"'}


@dataclass(frozen=True, slots=True)
class Pages:
    """Made of the files in `folder`. What is handed over is only a `sample` in the demonstration, and said to be."""

    folder: Path
    sample: bool = False

    def waiting(self, title: Text) -> bytes:
        """That it waits. To look takes nothing: only the button does, for what looks at links beforehand posts none."""
        return self._page(title, *(("sample",) if self.sample else ()), "waiting")

    def gone(self) -> bytes:
        """That nothing waits here, whatever the reason: nobody learns whether something ever did."""
        return self._page(Text("没有可以下载的文件"), "gone")

    def slower(self) -> bytes:
        """That somebody has tried too often."""
        return self._page(Text("请稍后再试"), "slower")

    def _page(self, title: Text, *parts: str) -> bytes:
        body = "".join(self._read(part) for part in parts)
        return Template(self._read("frame")).substitute(title=escape(title), body=body).encode()

    def _read(self, name: str) -> str:
        return (self.folder / f"{name}.html").read_text("utf-8")
