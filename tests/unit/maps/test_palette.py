"""Every colour that carries meaning stands out from its ground (WCAG 2.2, 1.4.3 and 1.4.11)."""

import pytest

from maps import palette

PALETTES = palette.read()


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    """Contrast ratio, as WCAG defines it."""
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_and_white_is_21():
    """The measure is the standard's."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("ground", ["paper", "wash"])
@pytest.mark.parametrize(
    ("role", "least"), [("ink", 7), ("ink-soft", 4.5), ("link", 4.5), ("accent", 4.5)]
)
@pytest.mark.parametrize("scheme", palette.SCHEMES)
def test_text_can_be_read(scheme, role, least, ground):
    """On the paper and on the wash."""
    colours = PALETTES[scheme]
    assert contrast(colours[role], colours[ground]) >= least


@pytest.mark.parametrize("ground", ["map-sea", "map-land", "map-home", "paper"])
@pytest.mark.parametrize("role", ["map-label", "map-mark"])
@pytest.mark.parametrize("scheme", palette.SCHEMES)
def test_lettering_of_maps_can_be_read(scheme, role, ground):
    """On sea and land."""
    colours = PALETTES[scheme]
    assert contrast(colours[role], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", palette.SCHEMES)
def test_coast_is_seen(scheme):
    """Between the sea and either land, three to one."""
    colours = PALETTES[scheme]
    assert contrast(colours["map-border"], colours["map-sea"]) >= 3
    assert contrast(colours["map-border"], colours["map-land"]) >= 3


def test_both_palettes_have_the_same_roles():
    """No role is light or dark only."""
    assert list(PALETTES["light"]) == list(PALETTES["dark"])
