"""What a coordinator does: one module a task area; the only rooms that read and write records."""
