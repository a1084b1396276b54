"""One sentence for an editor from each of pydantic's errors."""

from __future__ import annotations

import copy
import datetime as dt
import difflib
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from messages import either, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic_core import ErrorDetails

    from firstparty.model import Finding
    from registers.positions import Key
    from registers.source import Source

#: The tables that stand in one line.
_TABLES = {
    "Days": "{ days = 180 }",
    "Localised": '{ de = "…", en = "…" }',
    "Requirement": '{ by = "contract", de = "…", en = "…" }',
}
#: Beyond this, a number is not quoted.
_LONG = 10**20


def explain(
    source: Source, details: Iterable[ErrorDetails], model: type[BaseModel]
) -> Iterator[Finding]:
    """Object once to every wrong key, however many types its value could have had."""
    wrong: dict[Key, list[ErrorDetails]] = {}
    for detail in details:
        key = _walk(source.data, detail["loc"])
        if detail["type"] == "missing":
            key = (*key, detail["loc"][-1])
        wrong.setdefault(key, []).append(detail)
    meant = _misspelt(wrong)
    for key, reasons in wrong.items():
        deeper = (other for other in wrong if other != key and other[: len(key)] == key)
        if key in meant.values() or any(deeper):  # otherwise the cause lies there
            continue
        if reasons[0]["type"] == "missing":
            message = _missing(source, key, model)
            yield source.finding(key, "missing-key", message)
        else:
            yield _object(source, key, reasons, meant)


def _misspelt(wrong: dict[Key, list[ErrorDetails]]) -> dict[Key, Key]:
    """Pair every unknown key with the missing one of the same table that it resembles."""
    missing = [key for key, reasons in wrong.items() if reasons[0]["type"] == "missing"]
    meant: dict[Key, Key] = {}
    for key, reasons in wrong.items():
        if reasons[0]["type"] == "extra_forbidden":
            names = [str(m[-1]) for m in missing if m[:-1] == key[:-1] and m not in meant.values()]
            for name in difflib.get_close_matches(str(key[-1]), names, n=1):
                meant[key] = (*key[:-1], name)
    return meant


def _missing(source: Source, key: Key, model: type[BaseModel]) -> str:
    """Say what to add: a section, words in both languages, a gap where one may stand."""
    name = ".".join(map(str, key))
    if key[-1] in {"de", "en"}:
        return say("missing key '{key}'; add it, both languages are needed", key=name)
    refused = _refused(source.data, key, model)
    kinds = {str(detail.get("ctx", {}).get("class_name", "")) for detail in refused}
    if not refused:
        return say(
            "missing key '{key}'; add it, with \"\" as its value while nobody knows it", key=name
        )
    if written := next((_TABLES[kind] for kind in kinds if kind in _TABLES), ""):
        return say("missing key '{key}'; add it, like {example}", key=name, example=written)
    if any(detail["type"] in {"model_type", "dict_type"} for detail in refused):
        return say("missing section [{section}]; add it with its keys", section=name)
    return say("missing key '{key}'; add it with its value", key=name)


def _refused(data: dict[str, Any], key: Key, model: type[BaseModel]) -> list[ErrorDetails]:
    """Try the empty value for a missing key, and give what the type says against it."""
    probe = copy.deepcopy(data)
    place: Any = probe
    for part in key[:-1]:
        place = place[part]
    place[key[-1]] = ""
    try:
        model.model_validate(probe)
    except ValidationError as error:
        details = error.errors()
        return [detail for detail in details if _walk(probe, detail["loc"])[: len(key)] == key]
    return []


def _object(
    source: Source, key: Key, reasons: list[ErrorDetails], meant: dict[Key, Key]
) -> Finding:
    name, first = ".".join(map(str, key)), reasons[0]
    if first["type"] == "extra_forbidden":
        return source.finding(key, "unknown-key", _unknown(name, meant.get(key, ())))
    if first["type"] == "missing_entry":
        section = f"{name}.{first['ctx']['entry']}"
        message = say(
            "missing section [{section}]; describe it, the website uses it", section=section
        )
        return source.finding(key, "missing-key", message)
    if first["type"] == "too_few_days":
        key = (*key, first["ctx"]["entry"], "days")
        least = say("a number from {limit}", limit=first["ctx"]["least"])
        # Translators: completes "'…' is …; "
        advice = say("write {wanted}", wanted=least)
        return _wrong(source, key, first["input"][key[-2]]["days"], advice)
    if first["type"] == "value_error":
        advice = first["msg"].removeprefix("Value error, ")
    else:
        wanted = either(dict.fromkeys(map(_wanted, reasons)))
        # Translators: completes "'…' is …; "
        advice = say("write {wanted}", wanted=wanted)
    return _wrong(source, key, first["input"], advice)


def _wrong(source: Source, key: Key, value: object, advice: str) -> Finding:
    name = ".".join(map(str, key))
    message = say("'{key}' is {value}; {advice}", key=name, value=_shown(value), advice=advice)
    if isinstance(value, dict):
        message = say("'{key}' does not fit; {advice}", key=name, advice=advice)
    return source.finding(key, "wrong-value", message)


def _unknown(name: str, meant: Key) -> str:
    if meant:
        near = ".".join(map(str, meant))
        return say("unknown key '{key}'; did you mean '{near}'?", key=name, near=near)
    return say("unknown key '{key}'; remove it or correct its spelling", key=name)


def _wanted(detail: ErrorDetails) -> str:
    """Say what to write instead; completes "write …"."""
    context = detail.get("ctx", {})
    if table := _TABLES.get(str(context.get("class_name"))):
        return table
    if detail["type"] == "literal_error":  # pydantic writes 'a', 'b' or 'c'
        return either(str(context["expected"]).replace("'", '"').split(" or "))
    words = _wishes(context).get(detail["type"])
    return words or say("another ({reason})", reason=detail["msg"])


def _wishes(context: dict[str, Any]) -> dict[str, str]:
    """Say what to write instead, by the type of pydantic's error; it names limits in `context`."""
    return {
        "bool_type": say("true or false"),
        "date_type": say("a date like 2026-11-24, without quotation marks"),
        "dict_type": say("a table"),
        "greater_than": say("a number above {limit}", limit=context.get("gt")),
        "greater_than_equal": say("a number from {limit}", limit=context.get("ge")),
        "int_type": say("a whole number"),
        "less_than_equal": say("a number up to {limit}", limit=context.get("le")),
        "model_type": say("a table"),
        "string_too_short": say("words"),
        "string_type": say("words in quotation marks"),
        "too_short": say("at least one entry"),
        "tuple_type": say("a list in square brackets"),
    }


def _shown(value: object) -> str:
    """Quote a value as it stands in the file; a list stands there at length."""
    match value:
        case bool():
            return str(value).lower()
        case int() if abs(value) > _LONG:  # Python itself refuses to write out the longest
            return say("a very long number")
        case dt.date():
            return value.isoformat()
        case list():
            return say("a list")
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
