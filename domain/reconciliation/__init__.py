"""The networks' bills of a day (对账单) against our own books: what is on one side only, or not the same on both."""
