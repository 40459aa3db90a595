"""Finding stories: as one types, by filters, by a request in own words; and the collection."""
