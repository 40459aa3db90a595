"""Planning: activities, series, reports of visits, talks that clients ask for."""
