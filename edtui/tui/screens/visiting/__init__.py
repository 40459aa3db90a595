"""Which locations are to be visited, and planning a round of visits."""
