"""One sentence for an editor from each of pydantic's errors."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic_core import ErrorDetails

    from firstparty.model import Finding
    from registers.positions import Key
    from registers.source import Source

#: What to write instead, by the type of pydantic's error; {…} is taken from its context.
_WANTED = {
    "bool_type": "true or false",
    "date_type": "a date like 2026-11-24, without quotation marks",
    "dict_type": "a table",
    "greater_than": "a number above {gt}",
    "greater_than_equal": "a number from {ge}",
    "int_type": "a whole number",
    "less_than_equal": "a number up to {le}",
    "literal_error": "{expected}",
    "string_too_short": "words",
    "string_type": "words in quotation marks",
    "too_short": "at least one entry",
    "tuple_type": "a list in square brackets",
}
#: The tables that stand in one line.
_TABLES = {"Days": "{ days = 180 }", "Localised": '{ de = "…", en = "…" }'}


def explain(source: Source, details: Iterable[ErrorDetails]) -> Iterator[Finding]:
    """Object once to every wrong key, however many types its value could have had."""
    wrong: dict[Key, list[ErrorDetails]] = {}
    for detail in details:
        key = _walk(source.data, detail["loc"])
        if detail["type"] == "missing":
            key = (*key, detail["loc"][-1])
        wrong.setdefault(key, []).append(detail)
    for key, reasons in wrong.items():
        deeper = (other for other in wrong if other != key and other[: len(key)] == key)
        if not any(deeper):  # otherwise the cause lies there
            yield _object(source, key, reasons)


def _object(source: Source, key: Key, reasons: list[ErrorDetails]) -> Finding:
    name, first = ".".join(map(str, key)), reasons[0]
    if first["type"] == "extra_forbidden":
        message = f"unknown key '{name}'; remove it or correct its spelling"
        return source.finding(key, "unknown-key", message)
    if first["type"] == "missing":
        advice = 'with "" as its value while nobody knows it'
        advice = "both languages are needed" if key[-1] in {"de", "en"} else advice
        message = f"missing key '{name}'; add it, {advice}"
        return source.finding(key, "missing-key", message)
    if first["type"] == "value_error":
        advice = first["msg"].removeprefix("Value error, ")
    else:
        advice = "write " + " or ".join(dict.fromkeys(map(_wanted, reasons)))
    shown = "does not fit" if isinstance(first["input"], dict) else f"is {_shown(first['input'])}"
    return source.finding(key, "wrong-value", f"'{name}' {shown}; {advice}")


def _wanted(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if detail["type"] == "model_type":
        return _TABLES.get(str(context["class_name"]), "a table")
    wanted = _WANTED.get(detail["type"])
    return wanted.format(**context).replace("'", '"') if wanted else f"another ({detail['msg']})"


def _shown(value: object) -> str:
    """Quote a value as it stands in the file; a list stands there at length."""
    match value:
        case bool():
            return str(value).lower()
        case dt.date():
            return value.isoformat()
        case list():
            return "a list"
        case str():
            return f"'{value}'"
    return str(value)


def _walk(data: object, loc: tuple[str | int, ...]) -> Key:
    """Give the part of pydantic's location that is a key; it adds names of types for unions."""
    found: list[str | int] = []
    for part in loc:
        if isinstance(data, dict) and part in data:
            data = data[str(part)]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            continue
        found.append(part)
    return tuple(found)
