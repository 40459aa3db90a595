"""Hours against what was agreed, a month's claims, the amounts of a year."""
