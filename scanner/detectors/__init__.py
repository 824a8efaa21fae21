"""Step 2 of the road: small finders, one file each, ignorant of each other.

A new detector is a file here with one class, and one line in ``finders_for``, or in
``late_finders_for`` if it needs to know what the message was judged to do. The rulebook and the
learned entity finder are detectors as well; the road adds them, for they are loaded at run time.
Words, places, services and checksums that several need stand in files of their own beside them.
"""

from __future__ import annotations

from scanner.detectors.handles.detector import HandleDetector
from scanner.detectors.handles.likeliest import LikeliestNameDetector
from scanner.detectors.hit import Detector, LateDetector
from scanner.detectors.links.detector import LinkDetector
from scanner.detectors.links.lead import LeadDetector
from scanner.detectors.mail.detector import EmailDetector
from scanner.detectors.mail.likeliest import LikeliestAddressDetector
from scanner.detectors.payments.detector import PaymentAccountDetector
from scanner.detectors.payments.likeliest import LikeliestAccountDetector
from scanner.detectors.phones.detector import PhoneDetector
from scanner.detectors.phones.regions import RegionsOf, unknown
from scanner.detectors.pointed import IsWord


def finders_for(regions_of: RegionsOf) -> tuple[Detector, ...]:
    """All of them. ``regions_of``: the countries of those who write as a text is written."""
    return (
        EmailDetector(),
        PhoneDetector(regions_of),
        LinkDetector(),
        HandleDetector(),
        PaymentAccountDetector(regions_of),
    )


def late_finders_for(is_word: IsWord) -> tuple[LateDetector, ...]:
    """Those that read after the classifier. ``is_word``: whether people know the word."""
    return (
        LeadDetector(),
        LikeliestAddressDetector(),
        LikeliestAccountDetector(is_word),
        LikeliestNameDetector(is_word),
    )


DETECTORS = finders_for(unknown)
