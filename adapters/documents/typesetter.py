"""Sets certificates by Typst: PDF/A-2a and PDF/UA-1, to be kept for years and to be read out."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from pathlib import Path

from typst import Compiler, TypstError

from adapters.documents.facts import facts
from adapters.documents.fonts import fonts
from domain.certificates.certificate import Certificate, CertificateKind, Content, Line, Opening
from domain.certificates.paper import Media, TypesettingFailed
from domain.money import Fen
from domain.people.insurance import Insurance, Period, Scheme

PLACE = re.compile(r"┌─ .*?([^/\n]+:\d+:\d+)\n")
"""Where Typst says the fault is: file, line and column. All else that it says may quote the certificate."""
REMEMBERED = 10
"""After so many compilations that did not need it, Typst forgets what it has worked out (`comemo::evict`)."""
NOBODY = Content(
    "某人", "居民身份证", "***", "2026年", "税务局", ("社会保险事业局",),
    (Line(Scheme.RESIDENT, Insurance.PENSION, Period(2026), "", "", "", date(2026, 1, 1), Fen(10000)),),
)  # fmt: skip


class TypstTypesetter:
    """Implements `Typesetter` with the templates in `folder`, one for each kind. Safe from any thread.

    Dates are those of `zone`. A `sample` says on its face that it is worth nothing. Nothing is written to any file, and
    the same certificate, attempt and media make the same bytes.
    """

    def __init__(self, folder: Path, zone: tzinfo, sample: bool) -> None:
        self._folder, self._zone, self._sample = folder, zone, sample
        self._remembers = False

    def warm_up(self) -> None:
        """Read fonts and templates, so that the first certificate does not wait for them. Raises TypesettingFailed."""
        once = datetime(2026, 1, 1, tzinfo=UTC)
        for kind in CertificateKind:
            self._set(Certificate("0", kind, Opening.FIRST, 0, once, "", "00000000", NOBODY), 1, Media.A4)

    def forget(self) -> None:
        """Nothing of what was set so far stays in memory. Raises TypesettingFailed.

        Typst keeps what it has worked out until it has not needed it for so many compilations.
        """
        if not self._remembers:
            return
        self._remembers = False
        for _ in range(REMEMBERED // len(CertificateKind) + 1):
            self.warm_up()

    def set(self, certificate: Certificate, attempt: int, media: Media) -> bytes:
        """As `Typesetter` says. A character that no font has, in a rare name, makes it fail too."""
        self._remembers = True
        return self._set(certificate, attempt, media)

    def _set(self, certificate: Certificate, attempt: int, media: Media) -> bytes:
        template = f"{certificate.kind}.typ"
        given = facts(certificate, attempt, media, self._zone) | {"sample": self._sample}
        try:
            if self._sample:
                given["watermark"] = self._watermark
            pdf = self._compiler(template, given).compile(
                format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=int(certificate.issued_at.timestamp())
            )
        except (RuntimeError, OSError) as fault:
            raise TypesettingFailed(f"{template} cannot be set{_place(fault)}") from None
        assert isinstance(pdf, bytes)
        return pdf

    @cached_property
    def _watermark(self) -> str:
        """SVG: outlines, no text."""
        svg = self._compiler("watermark.typ", {}).compile(format="svg")
        assert isinstance(svg, bytes)
        return svg.decode()

    def _compiler(self, template: str, given: Mapping[str, object]) -> Compiler:
        """One for each paper: it costs nothing, no two threads share it, and none keeps what it was given."""
        inputs = {"certificate": json.dumps(given, ensure_ascii=False)}
        return Compiler(self._folder / template, self._folder, fonts(), sys_inputs=inputs)


def _place(fault: Exception) -> str:
    """Where the template is wrong, if Typst got that far."""
    found = PLACE.search(fault.diagnostic) if isinstance(fault, TypstError) else None
    return f" (at {found[1]})" if found else ""
