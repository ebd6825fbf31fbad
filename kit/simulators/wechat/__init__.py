"""A WeChat Pay API v3 on this machine."""
