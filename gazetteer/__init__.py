"""Builds the place index that the package ships."""
