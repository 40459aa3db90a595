"""Small windows of mode 2: roles, checklist, filters, the steps of an import."""
