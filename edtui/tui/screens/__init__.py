"""One screen a mode, and the screens before the desk opens."""
