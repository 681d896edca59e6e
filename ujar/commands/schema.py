"""`ujar schema`: what a line of `ujar analyse --format jsonl` holds."""

from __future__ import annotations

import json

from ujar.commands.output import open_output

__all__ = ["schema"]


def schema() -> None:
    """Print the JSON Schema of a record.

    Example: ujar schema > record.schema.json
    """
    from ujar.record import Record

    described = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    described |= Record.model_json_schema(mode="serialization")
    with open_output() as stream:
        stream.write(json.dumps(described, ensure_ascii=False, indent=2) + "\n")
