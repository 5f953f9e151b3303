"""What an export cannot do, said for people."""

from __future__ import annotations

NO_PART = "The format {format} needs {package}, which is not installed. Install it: pip install 'sayso[export]'"
NO_STRETCH = "Evidence at {start}–{end} lies outside the text of report {report!r} ({length} characters)"
NO_REPORT = "Evidence in report {report!r}, which the dossier does not hold"


class ExportError(ValueError):
    """An export cannot be made: a part is not installed, or the dossier's evidence does not fit its reports."""
