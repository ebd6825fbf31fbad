"""All tables of a bureau: those that it has in common with a terminal, and its own."""

from storage import account_rows, reconciliation_rows, refund_rows, repayment_rows, rows
from storage.base import Base
from storage.bureau import desk_rows, seal, sessions
from storage.bureau.base import BureauBase

_READ = rows, account_rows, refund_rows, repayment_rows, reconciliation_rows, desk_rows, seal, sessions
METADATA = [Base.metadata, BureauBase.metadata]
