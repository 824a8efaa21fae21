"""What goes wrong with models.

ModelError      an artefact is missing, altered, or not what the manifest says
"""

from __future__ import annotations


class ModelError(Exception):
    """The models cannot be used. Names the file, what is wrong with it, and what to do."""
