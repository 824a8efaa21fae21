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
        app.openapi_schema = made
    return app.openapi_schema
