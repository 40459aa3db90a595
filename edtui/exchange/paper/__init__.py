"""Stories on paper: a booklet, a lesson handout, a sheet in plain language, as PDF."""
