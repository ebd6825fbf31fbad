"""What a phone is shown: that a paper waits, one button; or that none does. No script, no picture, nothing kept."""

from collections.abc import Mapping
from html import escape

from domain.words import Text

FILE = "shebao.pdf"
"""What the paper is called on the phone: nothing of whom it is about."""
GUARDED: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
"""Nobody keeps it, nobody is told where one came from, and nothing else is loaded by it."""
HTML = {**GUARDED, "Content-Type": "text/html; charset=utf-8"}
PDF = {**GUARDED, "Content-Type": "application/pdf", "Content-Disposition": f'attachment; filename="{FILE}"'}

STYLE = (
    "body{margin:0;font:20px/1.5 sans-serif;color:#16202b;background:#edf1f5}"
    "main{max-width:32rem;margin:0 auto;padding:2rem 1.25rem}"
    "h1{font-size:1.6rem;margin:0 0 1rem}"
    "button{width:100%;padding:1rem;font:bold 1.3rem sans-serif;color:#fff;background:#143f7c;border:0;border-radius:12px}"
    "p{margin:1rem 0}[lang=en]{color:#435263;font-size:1rem}"
)
DOWNLOAD = "下载至手机"


def waiting(title: Text, sample: bool) -> bytes:
    """That it waits. To look at it takes nothing: only the button does, for what looks at links beforehand posts none."""
    mark = "<p><b>样张</b>　仅供演示，没有法律效力</p>" if sample else ""
    return _page(
        str(title),
        f"<h1>{escape(title)}</h1>{mark}"
        f'<form method="post"><button type="submit">{DOWNLOAD}</button></form>'
        "<p>只能下载一次。下载以后请到手机的“下载”或“文件”里查看。</p>"
        "<p>用微信打开的，请先点右上角的 ··· ，选“在浏览器打开”，再点上面的按钮。</p>"
        '<p lang="en">Download to this phone. It works once. In WeChat, first choose ··· and open in the browser.</p>',
    )


def gone() -> bytes:
    """That nothing waits here, whatever the reason: nobody learns whether something ever did."""
    return _page(
        "没有可以下载的文件",
        "<h1>没有可以下载的文件</h1><p>二维码只能用一次，5 分钟内有效。请回到自助终端，重新取一个二维码。</p>"
        '<p lang="en">Nothing to download here. A code works once, for 5 minutes: please get a new one at the terminal.</p>',
    )


def slower() -> bytes:
    """That somebody has tried too often."""
    return _page(
        "请稍后再试",
        '<h1>请稍后再试</h1><p>试得太多了，请一分钟以后再试。</p><p lang="en">Too many tries. Please wait a minute.</p>',
    )


def _page(title: str, body: str) -> bytes:
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>{body}</main></body></html>"
    ).encode()
