"""Composes one map: sea, land, grid, words, frame."""

from dataclasses import dataclass

from maps.atlas import Atlas
from maps.furniture import (
    MARGIN,
    Grid,
    Scale,
    cartouche,
    compass,
    frame,
    graticule,
    scale_bar,
)
from maps.geometry import Box, Point
from maps.lettering import REGULAR, Lettering, compose, inked
from maps.outline import Detail, Outline, outline
from maps.palette import Palette
from maps.projection import Projection
from maps.svg import Attributes, document, element, path, units
from maps.words import Words

HOME = "Germany"  # as the atlas calls it
PLACE = Lettering("vollkorn.woff2", 13, REGULAR)
CHIEF = Lettering("vollkorn.woff2", 14.5, 600)
NOTE = Lettering("vollkorn-italic.woff2", 11.5)

# Distances of the lines that follow the coast, as engravers drew water, and their strength.
WATERLINES = ((15.0, 25), (10.5, 40), (6.5, 60), (3.0, 85))
WATERLINE = 0.35  # pixels, half the width


@dataclass(frozen=True)
class Place:
    """A town: where it is, and on which side of its dot the name stands."""

    name: Words
    place: Point  # degrees
    shift: Point = (7, 4.5)  # pixels from the dot to the end of the name, or its middle
    anchor: float = 0.0  # 0: the name begins there, 1: it ends there
    chief: bool = False
    home: bool = True  # in the country that the map is about


@dataclass(frozen=True)
class Name:
    """The name of a water or a country: its middle, and how it is set."""

    name: Words
    place: Point  # degrees
    lettering: Lettering
    turn: float = 0.0  # degrees clockwise


@dataclass(frozen=True)
class Note:
    """Words beside the map: where they begin, in pixels, and how they are set."""

    words: Words
    place: Point
    lettering: Lettering = NOTE


@dataclass(frozen=True)
class Rose:
    """A compass rose: place and radius in pixels."""

    place: Point
    radius: float


@dataclass(frozen=True)
class Sheet:
    """Everything that one map is made of."""

    name: str
    size: tuple[int, int]  # pixels
    title: Words
    projection: Projection
    detail: Detail
    grid: Grid
    scale: Scale
    notes: tuple[Note, ...]
    names: tuple[Name, ...]
    places: tuple[Place, ...]
    cartouche: Box | None = None
    rose: Rose | None = None
    inset: tuple[Projection, Box] | None = None  # what the next sheet shows

    @property
    def view(self) -> Box:
        """The map inside the margin, in pixels."""
        return Box(0, 0, *self.size).grown(-MARGIN)


def shapes(atlas: Atlas, sheet: Sheet) -> Outline:
    """Return what the sheet shows of the atlas; the same for every language and palette."""
    return outline(atlas, HOME, sheet.projection, sheet.view, sheet.detail)


def draw(sheet: Sheet, drawn: Outline, colours: Palette, language: str) -> str:
    """Return the sheet as SVG."""
    parts = [
        _sea(sheet, colours),
        *_land(drawn, colours),
        graticule(sheet.projection, sheet.view, sheet.grid, colours),
        _line(path(drawn.borders), colours["map-border"], 7, {"stroke-dasharray": "40 14 6 14"}),
        _inset(sheet, colours),
        *(_name(name, sheet, colours, language) for name in sheet.names),
        *(_place(place, sheet, colours, language) for place in sheet.places),
        cartouche(sheet.cartouche, colours) if sheet.cartouche else "",
        scale_bar(sheet.projection, sheet.view, sheet.scale, colours),
        _notes(sheet, colours, language),
    ]
    if sheet.rose:
        parts.append(compass(sheet.projection, sheet.rose.place, sheet.rose.radius, colours))
    parts.append(frame(sheet.projection, sheet.view, sheet.grid, colours, language))
    return document(*sheet.size, sheet.title.in_(language), *parts)


def _sea(sheet: Sheet, colours: Palette) -> str:
    view = sheet.view
    return element(
        "rect",
        {
            "x": units(view.left),
            "y": units(view.top),
            "width": units(view.right - view.left),
            "height": units(view.bottom - view.top),
            "fill": colours["map-sea"],
        },
    )


def _land(drawn: Outline, colours: Palette) -> list[str]:
    land = element("defs", {}, element("path", {"id": "land", "d": path(drawn.land, closed=True)}))
    lines = []
    for distance, strength in WATERLINES:
        for reach, colour, opacity in (
            (distance + WATERLINE, colours["map-grid"], strength),
            (distance - WATERLINE, colours["map-sea"], 100),
        ):
            attributes: dict[str, str | int] = {
                "href": "#land",
                "stroke": colour,
                "stroke-width": units(2 * reach),
            }
            if opacity != 100:  # noqa: PLR2004 - percent
                attributes["stroke-opacity"] = f"{opacity}%"
            lines.append(element("use", attributes))
    shore: Attributes = {
        "stroke": colours["map-border"],
        "stroke-width": 20,
        "stroke-linejoin": "round",
    }
    return [
        land,
        element("g", {"fill": "none", "stroke-linejoin": "round"}, *lines),
        element("use", {"href": "#land", "fill": colours["map-land"], **shore}),
        element("use", {"href": "#land", "fill": colours["map-land"]}),
        element("path", {"d": path(drawn.home, closed=True), "fill": colours["map-home"]}),
        *_inland(drawn, colours),
    ]


def _inland(drawn: Outline, colours: Palette) -> list[str]:
    inland = []
    if drawn.rivers:
        inland.append(
            _line(path(drawn.rivers), colours["map-river"], 11, {"stroke-linecap": "round"})
        )
    if drawn.lakes:
        shore: Attributes = {
            "stroke": colours["map-border"],
            "stroke-width": 10,
            "stroke-linejoin": "round",
        }
        data = path(drawn.lakes, closed=True)
        inland.append(element("path", {"d": data, "fill": colours["map-sea"], **shore}))
    return inland


def _line(data: str, colour: str, width: int, more: dict[str, str] | None = None) -> str:
    return element(
        "path",
        {"d": data, "fill": "none", "stroke": colour, "stroke-width": width, **(more or {})},
    )


def _inset(sheet: Sheet, colours: Palette) -> str:
    if sheet.inset is None:
        return ""
    projection, view = sheet.inset
    left, top = sheet.projection.project(projection.locate((view.left, view.top)))
    right, bottom = sheet.projection.project(projection.locate((view.right, view.bottom)))
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    return _line(path([corners], closed=True), colours["map-mark"], 12)


def _name(name: Name, sheet: Sheet, colours: Palette, language: str) -> str:
    setting = compose(name.name.in_(language), name.lettering)
    x, y = sheet.projection.project(name.place)
    middle = (0.0, 0.35 * name.lettering.size)
    turn = f"rotate({name.turn:g})" if name.turn else ""
    place = f"translate({units(x)} {units(y)}){turn}"
    return inked(name.lettering, setting.at(middle, 0.5), colours["map-label"], transform=place)


def _place(place: Place, sheet: Sheet, colours: Palette, language: str) -> str:
    lettering = CHIEF if place.chief else PLACE
    dot = sheet.projection.project(place.place)
    end = (dot[0] + place.shift[0], dot[1] + place.shift[1])
    colour = colours["map-mark"] if place.chief else colours["map-label"]
    x, y = map(units, dot)
    circle: Attributes = {"cx": x, "cy": y, "fill": colours["paper"], "stroke": colour}
    marks = [element("circle", {**circle, "r": 24, "stroke-width": 10})]
    if place.chief:
        marks = [
            element("circle", {**circle, "r": 55, "stroke-width": 10}),
            element("circle", {"cx": x, "cy": y, "r": 27, "fill": colour}),
        ]
    words = compose(place.name.in_(language), lettering).at(end, place.anchor)
    ground = colours["map-home" if place.home else "map-land"]
    return "".join((*marks, inked(lettering, words, colour, halo=(ground, 3))))


def _notes(sheet: Sheet, colours: Palette, language: str) -> str:
    return "".join(
        inked(
            note.lettering,
            compose(note.words.in_(language), note.lettering).at(note.place),
            colours["map-label"],
        )
        for note in sheet.notes
    )
