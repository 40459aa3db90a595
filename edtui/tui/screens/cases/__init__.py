"""4 Casework: cases, notes with two sides, action points, looking back, the retention clock."""
