"""Who held which office when: the rows, what mends them, and how the table of `ujar.ontology` is made of them."""
