"""Alipay 当面付 over the gateway.do protocol (RSA2)."""
