"""ujar inside the pipelines of other libraries: `ujar.adapters.spacy` needs spaCy, the extra `spacy`."""
