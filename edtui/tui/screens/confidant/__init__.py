"""A confidant's own notes, which nobody else opens, and the counts that a coordinator sees."""
