"""Certificates (缴费证明, 完税证明): what they say, their numbers, and what they are made of."""
