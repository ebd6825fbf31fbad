"""Agreements (两两协议): a payer lets the tax authority collect from a bank account."""
