"""The colours of both windows, by name. Every figure is from the visual specification, where its contrast is too.

Without annotations from the future: a named tuple compiles each that is a text, and here they are eighty.
"""

from typing import NamedTuple


class Palette(NamedTuple):
    """The cashier window's colours. Green (`paid`) means verified paid and nothing else."""

    bg: str
    surface: str
    sunk: str
    border: str
    border2: str
    control: str
    text: str
    text2: str
    text3: str
    primary: str
    primary_hover: str
    primary_pressed: str
    focus: str
    ptint: str
    pborder: str
    ptext: str
    mark: str
    info: str
    amber: str
    ambertext: str
    ambertint: str
    amberborder: str
    red: str
    redtint: str
    redborder: str
    redfill: str
    paid: str
    paidtint: str
    paidborder: str
    paidfill: str
    bar: str
    white: str = "#FFFFFF"


LIGHT = Palette(
    bg="#F1F4F9",
    surface="#FFFFFF",
    sunk="#F7F9FC",
    border="#DDE3EC",
    border2="#C3CCD9",
    control="#8592A6",
    text="#0F172A",
    text2="#475569",
    text3="#5B6779",
    primary="#4338CA",
    primary_hover="#3730A3",
    primary_pressed="#312E81",
    focus="#4338CA",
    ptint="#EEF1FE",
    pborder="#C5CBF7",
    ptext="#3730A3",
    mark="#D6DBFC",
    info="#1D4ED8",
    amber="#B45309",
    ambertext="#7A3E06",
    ambertint="#FFF6E3",
    amberborder="#F0C878",
    red="#B42318",
    redtint="#FEF2F1",
    redborder="#F3BDB7",
    redfill="#B42318",
    paid="#166534",
    paidtint="#E9F7EE",
    paidborder="#9AD5B0",
    paidfill="#166534",
    bar="#7F8AE3",
)

DARK = Palette(
    bg="#0B1120",
    surface="#131C2E",
    sunk="#182338",
    border="#26334A",
    border2="#3A4963",
    control="#66758F",
    text="#F1F5F9",
    text2="#B8C3D4",
    text3="#96A4B8",
    primary="#4F46E5",
    primary_hover="#5850EC",
    primary_pressed="#4338CA",
    focus="#818CF8",
    ptint="#1E2452",
    pborder="#3D4690",
    ptext="#C0C8FF",
    mark="#3A4292",
    info="#93B4FF",
    amber="#FBBF24",
    ambertext="#FCD980",
    ambertint="#2C2311",
    amberborder="#6B5320",
    red="#FCA5A5",
    redtint="#341A1D",
    redborder="#74333A",
    redfill="#B42318",
    paid="#4ADE80",
    paidtint="#10291B",
    paidborder="#23603D",
    paidfill="#166534",
    bar="#6E79D6",
)


class Display(NamedTuple):
    """The customer display's colours: one theme, it does not follow dark."""

    stage: str = "#FFFFFF"
    ink: str = "#0B1220"
    secondary: str = "#334155"
    body: str = "#1F2A3D"
    panel: str = "#1E1B4B"
    on_panel: str = "#FFFFFF"
    on_panel2: str = "#C7D2FE"
    on_panel3: str = "#E0E7FF"
    tile: str = "#2A2766"
    tile_line: str = "#6D6AB8"
    pattern: str = "#28245F"
    selected_line: str = "#EEF1FE"
    last_minute: str = "#3B2303"
    last_minute_fill: str = "#FDE68A"
    paid: str = "#14532D"
    paid_pattern: str = "#1A5E35"
    on_paid: str = "#FFFFFF"
    on_paid2: str = "#E6F5EB"
    expired_panel: str = "#1E293B"
    expired_tile: str = "#334155"
    on_expired: str = "#FFFFFF"
    on_expired2: str = "#CBD5E1"
    expired_icon: str = "#8A1C12"
    expired_icon_fill: str = "#FEF2F1"
    expired_icon_line: str = "#F3BDB7"
    expired_tile_line: str = "#94A3B8"
    primary: str = "#4338CA"
    rule: str = "#E2E8F0"
    panel_rule: str = "#4B489C"
    box: str = "#EEF1FE"
    box_line: str = "#C5CBF7"
    calm_box: str = "#F1F4F9"
    calm_box_line: str = "#C3CCD9"
    left: str = "#C7D2FE"
    left_track: str = "#3B388A"
    last_minute_left: str = "#78350F"
    last_minute_track: str = "#F6D25C"


DISPLAY = Display()


class Practice(NamedTuple):
    """What marks everything that is not production, on both windows."""

    stripe: str = "#FACC15"
    stripe_dark: str = "#111827"
    tab: str = "#111827"
    on_tab: str = "#FDE047"
    watermark: str = "#78350F"
    band: str = "#FACC15"
    on_band: str = "#111827"
    side_text: str = "#713F12"


PRACTICE = Practice()


def tokens(palette: Palette) -> dict[str, str]:
    """Every colour by the name a stylesheet uses: `surface`, `display_panel`, `practice_stripe`."""
    return {
        **palette._asdict(),
        **{f"display_{name}": value for name, value in DISPLAY._asdict().items()},
        **{f"practice_{name}": value for name, value in PRACTICE._asdict().items()},
    }
