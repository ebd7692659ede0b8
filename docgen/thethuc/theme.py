"""Thể thức: the fonts and colours a document's theme stands for."""

from __future__ import annotations

from docgen.thethuc.relations import Parts, related
from docgen.thethuc.xml import VAL, A, Node, child, parse

DEFAULT_FONT = "Times New Roman"
_SCHEME = {"major": f"{A}majorFont", "minor": f"{A}minorFont"}
_COLOURS = {
    "text1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


class Theme:
    """The theme of a document; without one, Word's own default font."""

    def __init__(self, parts: Parts) -> None:
        data, settings = related(parts, "theme"), related(parts, "settings")
        self._root = None if data is None else parse(data)
        language = child(None if settings is None else parse(settings), "themeFontLang")
        self._vietnamese = language is not None and language.get(VAL, "").startswith("vi")
        self._fonts: dict[str, str] = {}

    def font(self, reference: str) -> str:
        """The name of the font behind `minorHAnsi`, `majorBidi` …

        An empty Latin font gives way to the theme's font for Vietnamese when the document's
        theme language is Vietnamese.
        """
        if reference not in self._fonts:
            self._fonts[reference] = self._find_font(reference) or DEFAULT_FONT
        return self._fonts[reference]

    def colour(self, name: str) -> str | None:
        """The hex value of a theme colour (`text1`, `accent2` …), None when it has none."""
        found = self._first(f"{A}clrScheme", f"{A}{_COLOURS.get(name, name)}")
        kind = (
            None if found is None else next(found.iterchildren(f"{A}srgbClr", f"{A}sysClr"), None)
        )
        return None if kind is None else kind.get("lastClr", kind.get("val"))

    def _find_font(self, reference: str) -> str:
        fonts = self._first(f"{A}fontScheme", _SCHEME.get(reference[:5], f"{A}minorFont"))
        if fonts is None:
            return ""
        kind = {"EastAsia": "ea", "Bidi": "cs"}.get(reference[5:], "latin")
        own = self._typeface(fonts, kind)
        if own or not self._vietnamese:
            return own or self._typeface(fonts, "latin")
        for one in fonts.iterchildren(f"{A}font"):
            if one.get("script") == "Viet":
                return one.get("typeface", "")
        return ""

    def _first(self, scheme: str, name: str) -> Node | None:
        found = None if self._root is None else next(self._root.iter(scheme), None)
        return next((one for one in found if one.tag == name), None) if found is not None else None

    @staticmethod
    def _typeface(fonts: Node, kind: str) -> str:
        found = fonts.find(f"{A}{kind}")
        return "" if found is None else found.get("typeface", "")
