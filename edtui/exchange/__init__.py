"""What comes in and goes out: spreadsheets and other files, to and from records."""
