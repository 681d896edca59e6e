"""Which country a place is in: the names, and how the table of `ujar.ontology` is made of them."""
