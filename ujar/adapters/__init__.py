"""ujar inside the pipelines of other libraries: `ujar.adapters.spacy` needs the extra `ujar[spacy]`."""
