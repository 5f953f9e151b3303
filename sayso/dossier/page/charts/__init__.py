"""Charts of the page: Vega-Lite specifications, drawn offline by vl-convert as SVG that the page can hold."""

from sayso.dossier.page.charts.draw import Chart, chart

__all__ = ["Chart", "chart"]
