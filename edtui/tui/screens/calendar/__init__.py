"""Mode 3: what stands when, a day, a week, two weeks, a month or a list at a time."""
