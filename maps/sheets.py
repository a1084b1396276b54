"""The maps of the site: what each shows, and at which scale."""

from maps.furniture import Grid, Scale
from maps.geometry import Box, Point
from maps.lettering import REGULAR, Lettering
from maps.outline import Detail
from maps.projection import LambertConic, WebMercator
from maps.sheet import CHIEF, Name, Note, Place, Rose, Sheet
from maps.words import Words

# Positions of towns: longitude, latitude, to a hundredth of a degree.
OLDENBURG: Point = (8.21, 53.14)

NAUTICAL_MILE = 1.852  # km


def water(size: float, spacing: float = 0.12) -> Lettering:
    """Return the lettering of waters: italic, as maps have set them for centuries."""
    return Lettering("vollkorn-italic.woff2", size, 400, spacing)


def land(size: float, spacing: float = 0.22) -> Lettering:
    """Return the lettering of countries: spaced capitals."""
    return Lettering("vollkorn.woff2", size, REGULAR, spacing)


def same(word: str) -> Words:
    """Return a name that is the same in both languages."""
    return Words(word, word)


def town(
    name: str | Words,
    place: Point,
    shift: Point = (7, 4.5),
    anchor: float = 0.0,
    *,
    home: bool = True,
) -> Place:
    """Return a town that is not the chief one."""
    words = name if isinstance(name, Words) else same(name)
    return Place(words, place, shift, anchor, home=home)


LEFT = ((-7.0, 4.5), 1.0)
BELOW = ((0.0, 16.0), 0.5)

LAMBERT = Words("Schnittkegelentwurf nach Lambert", "Lambert conformal conic projection")
HERO = Sheet(
    name="hero",
    size=(1200, 640),
    title=Words(
        "Karte: Deutsche Bucht und westliche Ostsee", "Map: German Bight and western Baltic"
    ),
    projection=LambertConic((53, 55.5), 1.95, (9.9, 54.25), (600, 320)),
    detail=Detail(0.08, 1.2),
    grid=Grid(1, 0.25, 1),
    scale=Scale((930, 560), (0, 20, 40, 60, 80), 54),
    notes=(Note(LAMBERT, (930, 586)),),
    names=(
        Name(Words("Nordsee", "North Sea"), (6.85, 54.5), water(34, 0.34)),
        Name(Words("Deutsche Bucht", "German Bight"), (7.0, 54.02), water(18, 0.14)),
        Name(Words("Ostsee", "Baltic Sea"), (13.3, 54.98), water(24, 0.24)),
        Name(Words("DÄNEMARK", "DENMARK"), (9.12, 55.33), land(12, 0.3)),
        Name(Words("DEUTSCHLAND", "GERMANY"), (10.35, 53.2), land(15, 0.6)),
        Name(same("Helgoland"), (7.89, 54.25), water(12, 0.02)),
        Name(same("Rügen"), (13.44, 54.43), water(12, 0.06)),
        Name(same("Fehmarn"), (11.46, 54.53), water(12, 0.02)),
        Name(same("Sylt"), (8.1, 54.9), water(12, 0.02)),
    ),
    places=(
        town("Emden", (7.21, 53.37)),
        town("Bremen", (8.80, 53.08)),
        town("Hamburg", (10.0, 53.55)),
        town("Kiel", (10.13, 54.32), *LEFT),
        town("Lübeck", (10.69, 53.87), *LEFT),
        town("Rostock", (12.13, 54.09), *BELOW),
        town("Cuxhaven", (8.70, 53.86)),
        town("Groningen", (6.57, 53.22), *BELOW, home=False),
        town("Flensburg", (9.43, 54.78), *BELOW),
        town("Stralsund", (13.09, 54.31), *LEFT),
        town("Odense", (10.39, 55.40), home=False),
        Place(same("Oldenburg"), OLDENBURG, (-10, 5), 1.0, chief=True),
    ),
    rose=Rose((150, 150), 62),
)
HERO_NARROW = Sheet(
    name="hero-narrow",
    size=(640, 560),
    title=Words("Karte: Deutsche Bucht", "Map: German Bight"),
    projection=LambertConic((53, 55.5), 1.95, (7.95, 54.0), (320, 280)),
    detail=Detail(0.08, 1.2),
    grid=Grid(1, 0.25, 1),
    scale=Scale((440, 512), (0, 20, 40, 60), 54),
    notes=(),
    names=(
        Name(Words("Nordsee", "North Sea"), (6.75, 54.36), water(32, 0.3)),
        Name(Words("Deutsche Bucht", "German Bight"), (6.85, 53.93), water(18, 0.14)),
        Name(same("Helgoland"), (7.89, 54.25), water(13, 0.02)),
    ),
    places=(
        town("Emden", (7.21, 53.37)),
        town("Bremen", (8.80, 53.08)),
        town("Hamburg", (10.0, 53.55), (8, 18), 0.8),
        town("Cuxhaven", (8.70, 53.86)),
        town("Groningen", (6.57, 53.22), *BELOW, home=False),
        Place(same("Oldenburg"), OLDENBURG, (-10, 5), 1.0, chief=True),
    ),
    rose=Rose((120, 120), 50),
)

CARTOUCHE = Box(40, 512, 226, 600)


def zoom_notes(level: int, latitude: int) -> tuple[Note, ...]:
    """Return what the cartouche of a zoom step says."""
    return (
        Note(Words(f"Zoomstufe {level}", f"Zoom level {level}"), (54, 536), CHIEF),
        Note(Words(f"auf {latitude}° N gemessen", f"measured at {latitude}° N"), (54, 590)),
    )


ZOOM_3 = Sheet(
    name="zoom-3",
    size=(960, 640),
    title=Words("Karte: Deutsche Bucht, Jade und Weser", "Map: German Bight, Jade and Weser"),
    projection=WebMercator(8, (8.3, 53.72), (480, 320)),
    detail=Detail(0.05, 3),
    grid=Grid(1, 0.25, 1),
    scale=Scale((60, 566), (0, 10, 20, 30, 40), 54),
    notes=zoom_notes(8, 54),
    names=(
        Name(Words("Deutsche Bucht", "German Bight"), (6.85, 54.32), water(25, 0.24)),
        Name(Words("Jadebusen", "Jade Bight"), (8.215, 53.375), water(11.5, 0.0)),
        Name(same("Weser"), (8.42, 53.72), water(12, 0.06), -62),
        Name(same("Elbe"), (9.02, 53.935), water(12, 0.1)),
        Name(same("Helgoland"), (7.89, 54.265), water(12.5, 0.02)),
        Name(same("Borkum"), (6.7, 53.68), water(12, 0.02)),
        Name(same("Norderney"), (7.2, 53.8), water(12, 0.02)),
        Name(same("Wangerooge"), (7.9, 53.88), water(12, 0.02)),
        Name(Words("DEUTSCHLAND", "GERMANY"), (9.5, 53.18), land(15, 0.5)),
    ),
    places=(
        town("Wilhelmshaven", (8.11, 53.53), *LEFT),
        town("Bremerhaven", (8.58, 53.55)),
        town("Cuxhaven", (8.70, 53.86), *BELOW),
        town("Emden", (7.21, 53.37)),
        town("Aurich", (7.48, 53.47)),
        town("Leer", (7.45, 53.23)),
        town("Bremen", (8.80, 53.08)),
        town("Hamburg", (10.0, 53.55)),
        town("Stade", (9.47, 53.60), *LEFT),
        town("Heide", (9.10, 54.20)),
        town("Cloppenburg", (8.05, 52.85)),
        town("Groningen", (6.57, 53.22), *BELOW, home=False),
        Place(same("Oldenburg"), OLDENBURG, (-10, 5), 1.0, chief=True),
    ),
    cartouche=CARTOUCHE,
)
ZOOM_2 = Sheet(
    name="zoom-2",
    size=(960, 640),
    title=Words("Karte: Nordwestdeutschland", "Map: North-west Germany"),
    projection=WebMercator(7, (8.9, 53.3), (480, 320)),
    detail=Detail(0.08, 1.5),
    grid=Grid(1, 0.25, 1),
    scale=Scale((60, 566), (0, 20, 40, 60, 80), 53),
    notes=zoom_notes(7, 53),
    names=(
        Name(Words("Nordsee", "North Sea"), (4.88, 54.25), water(23, 0.2)),
        Name(Words("Ostsee", "Baltic Sea"), (13.05, 54.93), water(18, 0.14)),
        Name(Words("DÄNEMARK", "DENMARK"), (9.13, 55.06), land(9.5, 0.1)),
        Name(Words("DEUTSCHLAND", "GERMANY"), (12.05, 53.02), land(15, 0.5)),
        Name(Words("NIEDERLANDE", "NETHERLANDS"), (6.1, 52.25), land(10, 0.1)),
    ),
    places=(
        town("Hamburg", (10.0, 53.55)),
        town("Bremen", (8.80, 53.08)),
        town("Hannover", (9.73, 52.37)),
        town("Osnabrück", (8.05, 52.28)),
        town("Münster", (7.63, 51.96)),
        town("Dortmund", (7.47, 51.51)),
        town("Göttingen", (9.93, 51.53)),
        town("Magdeburg", (11.63, 52.13)),
        town("Schwerin", (11.41, 53.63)),
        town("Rostock", (12.13, 54.09), *BELOW),
        town("Berlin", (13.40, 52.52), *LEFT),
        town("Kiel", (10.13, 54.32), *LEFT),
        town("Flensburg", (9.43, 54.78), *LEFT),
        town("Groningen", (6.57, 53.22), *BELOW, home=False),
        town("Amsterdam", (4.90, 52.37), (0, -9), 0.5, home=False),
        Place(same("Oldenburg"), OLDENBURG, (-10, 5), 1.0, chief=True),
    ),
    cartouche=CARTOUCHE,
    inset=(ZOOM_3.projection, ZOOM_3.view),
)
ZOOM_1 = Sheet(
    name="zoom-1",
    size=(960, 640),
    title=Words("Karte: Deutschland und Nachbarn", "Map: Germany and its neighbours"),
    projection=WebMercator(6, (8.6, 51.42), (480, 320)),
    detail=Detail(1.5, 5, rivers=True),
    grid=Grid(2, 0.5, 2),
    scale=Scale((60, 566), (0, 50, 100, 150, 200), 51),
    notes=zoom_notes(6, 51),
    names=(
        Name(Words("Nordsee", "North Sea"), (2.1, 54.05), water(23, 0.24)),
        Name(Words("DEUTSCHLAND", "GERMANY"), (10.3, 50.56), land(16, 0.5)),
        Name(Words("FRANKREICH", "FRANCE"), (5.7, 48.3), land(11)),
        Name(Words("BELGIEN", "BELGIUM"), (4.9, 50.4), land(9, 0.1)),
        Name(Words("NIEDERLANDE", "NETHERLANDS"), (5.35, 51.53), land(8, 0.04)),
        Name(Words("SCHWEIZ", "SWITZERLAND"), (8.2, 47.34), land(9, 0.1)),
        Name(Words("ÖSTERREICH", "AUSTRIA"), (14.6, 47.55), land(11)),
        Name(Words("TSCHECHIEN", "CZECHIA"), (15.3, 49.6), land(11)),
        Name(Words("POLEN", "POLAND"), (16.9, 52.9), land(11)),
        Name(Words("ENGLAND", "ENGLAND"), (-0.35, 52.6), land(10)),
    ),
    places=(
        town("Hamburg", (10.0, 53.55)),
        town("Berlin", (13.40, 52.52), *LEFT),
        town(Words("München", "Munich"), (11.57, 48.14), *LEFT),
        town(Words("Köln", "Cologne"), (6.96, 50.94)),
        town("Frankfurt", (8.68, 50.11)),
        town("Stuttgart", (9.18, 48.78)),
        town("Dresden", (13.74, 51.05), *LEFT),
        town("Amsterdam", (4.90, 52.37), *LEFT, home=False),
        town(Words("Brüssel", "Brussels"), (4.35, 50.85), *LEFT, home=False),
        town("Paris", (2.35, 48.86), *LEFT, home=False),
        town("London", (-0.13, 51.51), *BELOW, home=False),
        town(Words("Prag", "Prague"), (14.42, 50.09), home=False),
        town(Words("Wien", "Vienna"), (16.37, 48.21), *LEFT, home=False),
        Place(same("Oldenburg"), OLDENBURG, (-9, 4), 1.0, chief=True),
    ),
    cartouche=CARTOUCHE,
    inset=(ZOOM_2.projection, ZOOM_2.view),
)
SHEETS = (HERO, HERO_NARROW, ZOOM_1, ZOOM_2, ZOOM_3)
