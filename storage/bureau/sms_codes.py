"""Codes by SMS at a bureau: one that was sent is known again, whichever terminal asks."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from domain.forms.fields import RESEND
from domain.identity.sms import AT_ONCE, DAY, GOOD_FOR, SENDS, TRIES
from storage.bureau.rows import SmsCodeRow
from storage.sealing import Sealer
from storage.sessions import Sessions

PHONE, CODE = "sms_codes.phone_digest", "sms_codes.code_digest"


@dataclass(frozen=True, slots=True)
class StoredCodes:
    """All raise StoreError; safe from several threads."""

    sessions: Sessions
    sealer: Sealer

    def begin(self, phone: str, code: str, at: datetime) -> timedelta:
        """Write down a code that is about to be sent; zero. Or how long that phone has to wait, and nothing is."""
        row, digest = SmsCodeRow, self.sealer.digest(PHONE, phone)
        with self.sessions.writing() as session:
            session.execute(delete(row).where(row.at <= at - DAY))
            those = select(row.at).where(row.phone_digest == digest).order_by(row.at).with_for_update()
            times = list(session.scalars(those))
            if times and at - times[-1] < RESEND:
                return RESEND - (at - times[-1])
            if len(times) >= SENDS:
                return DAY - (at - times[0])
            session.execute(update(row).where(row.phone_digest == digest).values(over=True))
            session.add(
                row(
                    phone_digest=digest,
                    code_digest=self.sealer.digest(CODE, phone, code),
                    at=at,
                    tries=0,
                    over=False,
                )
            )
        return AT_ONCE

    def proves(self, phone: str, code: str, at: datetime) -> bool:
        """Whether it is the one that is good; a wrong one counts."""
        row = SmsCodeRow
        newest = select(row).where(row.phone_digest == self.sealer.digest(PHONE, phone), row.over.is_(False))
        with self.sessions.writing() as session:
            sent = session.scalar(newest.with_for_update())
            if sent is None or sent.tries >= TRIES or at - sent.at > GOOD_FOR:
                return False
            if hmac.compare_digest(sent.code_digest, self.sealer.digest(CODE, phone, code)):
                return True
            sent.tries += 1
            return False

    def spend(self, phone: str) -> None:
        """No code of that phone is good any more."""
        row = SmsCodeRow
        with self.sessions.writing() as session:
            session.execute(update(row).where(row.phone_digest == self.sealer.digest(PHONE, phone)).values(over=True))
