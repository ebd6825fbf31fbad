"""Sets papers by Typst, in a process of its own: `python -m adapters.documents.setting`.

Typst reads fonts as a whole into memory and keeps what it has worked out. So it lives only as long as papers are
wanted (`adapters.documents.typesetter`), and what it knew of anybody ends with it. It gets an `Order` as a line of
JSON, and answers with a line of JSON, the `Answer`, and then as many bytes of paper. It ends with its input.
"""

import json
import re
import sys
from collections.abc import Mapping
from typing import BinaryIO, NotRequired, TypedDict

from typst import Compiler, TypstError

from adapters.documents.fonts import fonts

PLACE = re.compile(r"┌─ .*?([^/\n]+:\d+:\d+)\n")
"""Where Typst says the fault is: file, line and column. All else that it says may quote the certificate."""


class Order(TypedDict):
    """`issued` is the time in the PDF, in seconds since 1970; without one the paper is an SVG."""

    folder: str
    template: str
    given: Mapping[str, object]
    issued: NotRequired[int]


class Answer(TypedDict):
    """How many bytes of paper follow. A `fault` says where the template is wrong, or nothing if Typst did not say."""

    size: int
    fault: NotRequired[str]


def serve(orders: BinaryIO, papers: BinaryIO) -> None:
    """Until no more orders come."""
    fonts()
    for line in orders:
        try:
            paper = _set(json.loads(line))
            answer = Answer(size=len(paper))
        except (RuntimeError, OSError) as fault:
            paper, answer = b"", Answer(size=0, fault=_place(fault))
        papers.write(json.dumps(answer).encode() + b"\n" + paper)
        papers.flush()


def _set(order: Order) -> bytes:
    inputs = {"certificate": json.dumps(order["given"], ensure_ascii=False)}
    compiler = Compiler(f"{order['folder']}/{order['template']}", order["folder"], fonts(), sys_inputs=inputs)
    if "issued" in order:
        paper = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=order["issued"])
    else:
        paper = compiler.compile(format="svg")
    assert isinstance(paper, bytes)
    return paper


def _place(fault: Exception) -> str:
    """Where the template is wrong, if Typst got that far."""
    found = PLACE.search(fault.diagnostic) if isinstance(fault, TypstError) else None
    return found[1] if found else ""


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
