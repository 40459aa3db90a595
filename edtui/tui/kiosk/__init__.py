"""The kiosk: an app of its own for a shared terminal, and the same pages line by line."""
