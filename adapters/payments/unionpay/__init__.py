"""UnionPay ACP 5.1.0, 申码 (二维码主扫)."""
