"""What can be asked of the bureau, as an OpenAPI 3.1 page: made of the table of calls, kept in docs/bureau-api.json."""

import json
from typing import Any

from pydantic.json_schema import models_json_schema

from adapters.bureau.line import NUMBER, TIME
from adapters.bureau.ports import PORTS
from adapters.bureau.raised import KINDS, Raised
from adapters.bureau.wire import Call
from bureau.enrolling import Enrol, Enrolled, Renew

WHERE = "#/components/schemas/{model}"
ABOUT = """The wire between terminals and their bureau. Each call is a method of one of the program's ports, with its
arguments as the body and what it gives as the answer. A terminal shows a client certificate of the bureau's authority
and says what time it is there. What changes something carries a number, by which the same question, asked once more, is
given the same answer. Amounts are in fen; times are ISO 8601 with their zone."""
FAULT = {"type": "object", "properties": {"fault": {"type": "string"}}, "required": ["fault"]}


def described() -> bytes:
    """The page as JSON, the same for the same table."""
    ports = [(call, call.method in port.acts) for port in PORTS for call in port.calls]
    models = [(call.takes, "validation") for call, _ in ports] + [(Raised, "validation")]
    models += [(one, "validation") for one in (Enrol, Renew)] + [(Enrolled, "serialization")]
    named, whole = models_json_schema(models, ref_template=WHERE)  # type: ignore[arg-type]
    schemas: dict[str, Any] = whole["$defs"] | {"Fault": FAULT}
    places = {model: schema["$ref"] for (model, _), schema in named.items()}
    paths = {call.path: {"post": _call(call, acts, places, schemas)} for call, acts in ports}
    for path, model in (("/v1/enrol", Enrol), ("/v1/renew", Renew)):
        paths[path] = {"post": _plain(path, places[model], places[Enrolled])}
    page = {
        "openapi": "3.1.0",
        "info": {"title": "Shebao Kiosk bureau", "version": "1", "description": ABOUT, "license": {"name": "GPL-3.0"}},
        "paths": paths,
        "components": {"schemas": dict(sorted(schemas.items()))},
    }
    return json.dumps(page, ensure_ascii=False, indent=1).encode() + b"\n"


def _call(call: Call, acts: bool, places: dict[Any, str], schemas: dict[str, Any]) -> dict[str, Any]:
    answer = call.gives.json_schema(ref_template=WHERE)
    schemas |= answer.pop("$defs", {})
    headers = [_header(TIME, "what time it is at the terminal")]
    headers += [_header(NUMBER, "32 hexadecimal digits, new for each question")] if acts else []
    return {
        "operationId": f"{call.port}_{call.method}",
        "tags": [call.port],
        "parameters": headers,
        "requestBody": {"required": True, "content": _json({"$ref": places[call.takes]})},
        "responses": {
            "200": {"description": "the answer", "content": _json(answer)},
            "409": {"description": f"raised: one of {', '.join(KINDS)}", "content": _json({"$ref": places[Raised]})},
            "default": {"description": "refused", "content": _json({"$ref": WHERE.format(model="Fault")})},
        },
    }


def _plain(path: str, takes: str, gives: str) -> dict[str, Any]:
    return {
        "operationId": path.rsplit("/", 1)[-1],
        "tags": ["enrolment"],
        "requestBody": {"required": True, "content": _json({"$ref": takes})},
        "responses": {
            "200": {"description": "a certificate", "content": _json({"$ref": gives})},
            "default": {"description": "refused", "content": _json({"$ref": WHERE.format(model="Fault")})},
        },
    }


def _header(name: str, about: str) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": True, "description": about, "schema": {"type": "string"}}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
