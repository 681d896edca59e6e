"""ujar inside other libraries' pipelines. Each module needs its own extra: `ujar.adapters.spacy` needs `ujar[spacy]`."""
