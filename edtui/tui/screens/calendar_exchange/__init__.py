"""A calendar of another program comes in, ours goes out."""
