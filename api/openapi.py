"""The OpenAPI 3.1 document: what FastAPI finds in the routes, and the shape of problems."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from api.errors import Problem

REF = "#/components/schemas/{model}"


def document(app: FastAPI) -> dict[str, Any]:
    """The document, made once."""
    if app.openapi_schema is None:
        made = get_openapi(
            title=app.title,
            version=app.version,
            summary=app.summary,
            description=app.description,
            routes=app.routes,
        )
        _, problem = models_json_schema([(Problem, "serialization")], ref_template=REF)
        made["components"]["schemas"].update(problem["$defs"])
        for methods in made["paths"].values():
            for call in methods.values():
                if "security" in call:
                    call["security"] = _alternatives(call["security"])
        app.openapi_schema = made
    return app.openapi_schema


def _alternatives(rules: list[dict[str, list[str]]]) -> list[dict[str, list[str]]]:
    """Any one of a call's scopes opens it; a list of them would say that all are needed."""
    return [{name: [scope]} for rule in rules for name, scopes in rule.items() for scope in scopes]
