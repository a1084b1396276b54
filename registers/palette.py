"""`theme/palette.toml`: the colours by role; only what a build reads of them has a type."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict

from registers.company import shaped

FILE = "theme/palette.toml"

Colour = Annotated[str, shaped(r"#[0-9a-f]{6}", "#fbf8f0")]


class Roles(BaseModel):
    """The colours of one scheme; other roles are a matter of the style sheet."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True)

    paper: Colour


class Palette(BaseModel):
    """The colours of the page in the light."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True)

    light: Roles
