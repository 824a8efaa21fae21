"""The page at /docs: the OpenAPI document for people, without a script and from nobody else."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from fastapi import APIRouter
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

TEMPLATES = Path(__file__).parent / "templates"
STYLE = (TEMPLATES / "docs.css").read_text(encoding="utf-8")
_STYLE = Markup(STYLE)  # our own file  # nosec B704
_STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
HEADERS = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

_PAGE = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
).get_template("docs.html")

router = APIRouter(include_in_schema=False)


@router.get("/docs")
async def page(request: Request) -> HTMLResponse:
    """Every call with its parameters, its answers and a line of curl."""
    document = request.app.openapi()
    address = str(request.base_url).rstrip("/")
    text = _PAGE.render(
        info=document["info"],
        style=_STYLE,
        calls=[_call(document, address, *call) for call in _calls(document)],
        shapes=document["components"]["schemas"],
        kind=kind,
    )
    return HTMLResponse(text, headers=HEADERS)


def kind(schema: Mapping[str, Any]) -> str:
    """What a value may be, in a few words: ``string``, ``list of SpanOut``, ``"a" or "b"``."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return " or ".join(kind(one) for one in schema[several])
    if "const" in schema:
        return json.dumps(schema["const"])
    if "enum" in schema:
        return " or ".join(json.dumps(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {kind(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("type", "anything"))


def _calls(document: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, call in methods.items():
            yield method.upper(), path, call


def _call(
    document: Mapping[str, Any], address: str, method: str, path: str, call: Mapping[str, Any]
) -> dict[str, Any]:
    body = call.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    lines = [f"curl {address}{path}"]
    if "security" in call:
        lines.append("-H 'Authorization: Bearer <key>'")
    if body is not None:
        lines.append("-H 'Content-Type: application/json'")
        lines.append(f"-d '{json.dumps(example(document, body))}'")
    return {
        **call,
        "method": method,
        "path": path,
        "curl": " \\\n     ".join(lines),
        "parameters": call.get("parameters", []),
        "body": None if body is None else kind(body),
        "answers": [
            (status, answer["description"], _kind_of_answer(answer))
            for status, answer in call["responses"].items()
        ],
    }


def example(document: Mapping[str, Any], schema: Mapping[str, Any]) -> Any:
    """A value that fits: the example of the schema, else one put together from its fields."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return example(document, schema[several][0])
    if "examples" in schema:
        return schema["examples"][0]
    if "properties" in schema:
        required = schema.get("required", ())
        return {name: example(document, schema["properties"][name]) for name in required}
    if "enum" in schema:
        return schema["enum"][0]
    return "…"


def _kind_of_answer(answer: Mapping[str, Any]) -> str:
    for content in answer.get("content", {}).values():
        return kind(content.get("schema", {}))
    return ""
