"""Bank accounts that a payer reports (存款账户账号报告): what one says, what may stand in it, and their book."""
