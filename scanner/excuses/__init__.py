"""Step 3 of the road: what speaks for a finding. Detectors accuse; only excusers know exceptions.

An excuse that is about words is a rule of kind "excuse" in ``rules/``; one that needs code is a
file here. Each reason has its own tests. No excuse looks further than the sentence of the finding.
"""

from __future__ import annotations

from scanner.excuses.code import Code
from scanner.excuses.excuser import Excuser
from scanner.excuses.portfolio import Portfolio
from scanner.excuses.test_data import TestData

__all__ = ["EXCUSERS", "Excuser"]

EXCUSERS: tuple[Excuser, ...] = (TestData(), Code(), Portfolio())
