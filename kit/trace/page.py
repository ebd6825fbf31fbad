"""A trace's page: one file, nothing loaded from elsewhere, and its policy says so to the browser."""

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "viewer"


def page(story: dict[str, Any]) -> str:
    """The whole file. Only its own style and script are run, by their digests, and only its own pictures shown."""
    style, script = ((HERE / name).read_text("utf-8") for name in ("look.css", "walk.js"))
    # In a script's text nothing but its end means anything.
    data = json.dumps(story, ensure_ascii=False).replace("<", "\\u003c")
    policy = f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    filled = {
        "policy": policy,
        "title": escape(f"{story['title']} · 轨迹"),
        "sentence": escape(story["sentence"]),
        "style": style,
        "script": script,
        "data": data,
    }
    whole = (HERE / "page.html").read_text("utf-8")
    before, *parts = whole.split("{{")
    return before + "".join(filled[name] + rest for name, _, rest in (part.partition("}}") for part in parts))


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
