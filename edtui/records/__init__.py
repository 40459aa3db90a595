"""What there is: records, vocabularies, and rules that need no storage."""
