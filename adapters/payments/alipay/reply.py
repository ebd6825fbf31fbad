"""An answer of the gateway that may be believed, and its codes (Alipay open platform, public error codes)."""

from dataclasses import dataclass
from typing import Any

SUCCESS = "10000"
UNAVAILABLE = "20000"
BUSINESS_FAILED = "40004"
CALL_LIMITED = "40005"
REFUSED = frozenset({"20001", "40001", "40002", "40003", "40006"})
"""Of the gateway itself: no right, something missing, something wrong. No interface was reached."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer whose signature holds. `is_error`: the gateway itself refused, and no interface was reached."""

    fields: dict[str, Any]
    is_error: bool = False

    @property
    def code(self) -> str:
        return self._told("code")

    @property
    def sub_code(self) -> str:
        return self._told("sub_code")

    @property
    def word(self) -> str:
        """`sub_code` without where it comes from: the documentation has it with `ACQ.`, with `aop.ACQ.` and bare."""
        return self.sub_code.removeprefix("aop.").removeprefix("ACQ.")

    @property
    def is_passing(self) -> bool:
        """Whether the same call may be answered a moment later."""
        return self.code in {UNAVAILABLE, CALL_LIMITED} or self.word == "SYSTEM_ERROR"

    def _told(self, name: str) -> str:
        value = self.fields.get(name, "")
        return str(value) if isinstance(value, str | int) else "?"

    def __str__(self) -> str:
        return f"{self.code} {self.sub_code}".strip()
