"""The command line: one file a verb; never imports textual."""
