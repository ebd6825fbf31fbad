"""Sets certificates by Typst: PDF/A-2a and PDF/UA-1, to be kept for years and to be read out."""

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from weakref import finalize

from adapters.documents.day_facts import facts_of_day
from adapters.documents.facts import facts, facts_of_slip, facts_of_test
from domain.certificates.certificate import Certificate, CertificateKind, Content, Line, Opening
from domain.certificates.paper import Media, TypesettingFailed
from domain.desk.day_end import DayEnd
from domain.identity import spelt
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme
from domain.printing.slip import PrinterTest, Slip

if TYPE_CHECKING:
    from adapters.documents.setting import Answer, Order

RARE = "\U00030ede\U0002ced4"
"""Each is in one only of the fonts for rare names."""
SLIP, DAY, TEST = "record.typ", "day.typ", "test.typ"
ROOT = Path(__file__).parents[2]
SETTING = [sys.executable, "-s", "-B", "-X", "utf8", "-m", "adapters.documents.setting"]
NOBODY = Content(
    "某人", "居民身份证", "***", "2026年", "税务局", ("社会保险事业局",),
    (Line(Scheme.RESIDENT, Insurance.PENSION, Period(2026), "", "", "", date(2026, 1, 1), Fen(10000)),),
)  # fmt: skip


class TypstTypesetter:
    """Implements `Typesetter`, `SlipSetter` and `DaySetter` with the templates in `folder`, one for each kind.

    Safe from any thread.
    Dates are those of `zone`. A `sample` says on its face that it is worth nothing. Nothing is written to any file, and
    the same certificate, attempt and media make the same bytes. Typst runs in a process of its own, from the first
    paper that is wanted or expected until `forget`.
    """

    def __init__(self, folder: Path, zone: tzinfo, sample: bool) -> None:
        self._folder, self._zone, self._sample = folder, zone, sample
        self._setting: _Setting | None = None
        self._one_at_a_time = Lock()

    def warm_up(self) -> None:
        """Try every template, so that whoever looks after the terminal learns of a fault before a visitor does.

        Raises TypesettingFailed. Of what was read nothing but the kernel's copy of fonts and programs stays.
        """
        once = datetime(2026, 1, 1, tzinfo=UTC)
        try:
            for kind in CertificateKind:
                self.set(Certificate("0", kind, Opening.FIRST, 0, once, "", "00000000", NOBODY), 1, Media.A4)
            if not self._has(RARE):
                raise TypesettingFailed(
                    "rare names cannot be written. On Debian: apt-get install fonts-babelstone-han fonts-hanazono"
                )
        finally:
            self.forget()

    def expect(self) -> None:
        """A paper will be wanted soon: let the process begin, and read which fonts there are.

        If it cannot begin now, `set` tries again, and says so.
        """
        with self._one_at_a_time, suppress(OSError):
            self._started()

    def forget(self) -> None:
        """Nothing of what was set so far stays in memory: the process that set it ends."""
        with self._one_at_a_time:
            self._ended()

    def writes(self, name: str) -> bool:
        """As `Typesetter` says. What GBK has is in the first font; for others Typst is asked."""
        text = spelt(name)
        try:
            text.encode("gbk")
        except UnicodeEncodeError:
            return self._has(text)
        return True

    def _has(self, text: str) -> bool:
        try:
            self._order("letters.typ", "letters.typ", {"text": text}, 0)
        except TypesettingFailed:
            return False
        return True

    def set(self, certificate: Certificate, attempt: int, media: Media) -> bytes:
        """As `Typesetter` says. A character that no font has, in a rare name, makes it fail too."""
        template = f"{certificate.kind}.typ"
        given = facts(certificate, attempt, media, self._zone) | {"sample": self._sample}
        if self._sample:
            given["watermark"] = self._watermark(template)
        return self._order(template, template, given, int(certificate.issued_at.timestamp()))

    def slip(self, slip: Slip, media: Media) -> bytes:
        """As `SlipSetter` says."""
        given = facts_of_slip(slip, media, self._zone) | {"sample": self._sample}
        return self._order(SLIP, SLIP, given, int(slip.at.timestamp()))

    def printer_test(self, test: PrinterTest, media: Media) -> bytes:
        """As `SlipSetter` says."""
        given = facts_of_test(test, media, self._zone) | {"sample": self._sample}
        return self._order(TEST, TEST, given, int(test.at.timestamp()))

    def day_end(self, day: DayEnd, printed: datetime) -> bytes:
        """As `DaySetter` says."""
        given = facts_of_day(day, printed, self._zone) | {"sample": self._sample}
        return self._order(DAY, DAY, given, int(printed.timestamp()))

    def _watermark(self, template: str) -> str:
        """SVG: outlines, no text. Without one the `template` that it is for cannot be set."""
        return self._order(template, "watermark.typ", {}).decode()

    def _order(self, wanted: str, template: str, given: Mapping[str, object], issued: int | None = None) -> bytes:
        order: Order = {"folder": str(self._folder), "template": template, "given": given}
        if issued is not None:
            order["issued"] = issued
        with self._one_at_a_time:
            try:
                paper = self._started().ask(order)
            except (OSError, EOFError, ValueError):
                self._ended()
                raise TypesettingFailed(f"{wanted} cannot be set: Typst has ended") from None
        if isinstance(paper, bytes):
            return paper
        raise TypesettingFailed(f"{wanted} cannot be set{paper and f' (at {paper})'}")

    def _started(self) -> "_Setting":
        if self._setting is None:
            self._setting = _Setting()
        return self._setting

    def _ended(self) -> None:
        if self._setting is not None:
            self._setting.end()
            self._setting = None


class _Setting:
    """`adapters.documents.setting` at work. It also ends with whoever has started it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            SETTING, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.end = finalize(self, _end, self._process)

    def ask(self, order: "Order") -> bytes | str:
        """The paper, or where the template is wrong. Raises OSError, EOFError or ValueError if no answer comes."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        answer: Answer = json.loads(self._process.stdout.readline())
        if "fault" in answer:
            return answer["fault"]
        paper = self._process.stdout.read(answer["size"])
        if len(paper) < answer["size"]:
            raise EOFError
        return paper


def _end(process: "subprocess.Popen[bytes]") -> None:
    """At once: what it may still be doing nobody wants."""
    process.kill()
    process.communicate()
