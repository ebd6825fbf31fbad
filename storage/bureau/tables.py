"""All tables of a bureau: those that it has in common with a terminal, and its own."""

from storage import account_rows, reconciliation_rows, refund_rows, repayment_rows, rows
from storage.base import Base
from storage.bureau import desk_rows, seal, sessions
from storage.bureau import rows as bureau_rows
from storage.bureau.base import BureauBase

_READ = rows, account_rows, refund_rows, repayment_rows, reconciliation_rows, seal, sessions, bureau_rows, desk_rows
METADATA = [Base.metadata, BureauBase.metadata]
