"""The screens that 支付宝 and 贵州税务APP have in common: one set of rows, two skins."""
