"""Our two themes: quiet, one accent colour, what people typed brightest.

Every pair of text and ground is tested to reach a contrast of 4.5:1, placeholders and greyed keys
included (`tests/screens/test_theme.py`).
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="ehtui-dark",
    dark=True,
    primary="#7cc4c4",
    accent="#7cc4c4",
    secondary="#9fb4bd",
    foreground="#f4f6f7",
    background="#12161a",
    surface="#12161a",
    panel="#1c2228",
    warning="#e3b566",
    error="#f2938a",
    success="#93cba0",
    variables={
        "text-muted": "#b9c3ca",
        "text-disabled": "#8d99a2",
        "foreground-muted": "#b9c3ca",
        "foreground-disabled": "#8d99a2",
        "border": "#7cc4c4",
        "border-blurred": "#48545d",
        "block-cursor-background": "#23474c",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#232b32",
        "block-cursor-blurred-foreground": "#f4f6f7",
        "block-hover-background": "#1c2228",
        "input-selection-background": "#2b5a60",
        "input-selection-foreground": "#ffffff",
        "button-focus-text-style": "bold",
        "scrollbar": "#48545d",
        "scrollbar-background": "#12161a",
    },
)

LIGHT = Theme(
    name="ehtui-light",
    dark=False,
    primary="#0a5c63",
    accent="#0a5c63",
    secondary="#45606b",
    foreground="#0f1315",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#efede7",
    warning="#744b00",
    error="#9c241a",
    success="#1c6331",
    variables={
        "text-muted": "#41494f",
        "text-disabled": "#5f686f",
        "foreground-muted": "#41494f",
        "foreground-disabled": "#5f686f",
        "border": "#0a5c63",
        "border-blurred": "#a9aca9",
        "block-cursor-background": "#cbe2e2",
        "block-cursor-foreground": "#000000",
        "block-cursor-blurred-background": "#e6e4dd",
        "block-cursor-blurred-foreground": "#0f1315",
        "block-hover-background": "#efede7",
        "input-selection-background": "#b4d5d6",
        "input-selection-foreground": "#000000",
        "button-focus-text-style": "bold",
        "scrollbar": "#a9aca9",
        "scrollbar-background": "#fbfaf7",
    },
)

THEMES = (DARK, LIGHT)


def other(name: str) -> str:
    """Return the name of the theme that isn't in use."""
    return LIGHT.name if name == DARK.name else DARK.name
