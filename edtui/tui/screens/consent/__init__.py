"""What a narrator allows: the grid, the consent, withdrawing, "May we?", asking each time."""
