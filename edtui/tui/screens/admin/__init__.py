"""9 Beheer: who may come in, the copies, the log, the file itself, privacy, settings."""
