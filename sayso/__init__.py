"""Reads reports of one contested event and shows who said what, on whose word, and what stands."""

__version__ = "0.1.0"
