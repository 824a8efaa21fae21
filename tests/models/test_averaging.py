"""Between two readers: nothing of the way is the first, all of it the second, half is neither."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import models
from config.settings import ROOT
from models import Reading, classifier_training
from models.averaging import network_between, regressions_between
from models.network import Network, Table
from models.regressions import Regressions
from models.sequence import rows

ARTEFACTS = ROOT / "models" / "artefacts"
TEXTS = ("pay me on paypal and we skip the fee", "the paypal button of your shop works again")


@pytest.fixture(scope="module")
def before() -> models.Classifier:
    return models.load(ARTEFACTS).classifier


def _other(network: Network) -> Network:
    """One that says twice as much, and reads words by tables with some of them turned round."""
    weights, bias = network.last
    turned = Table.of(-network.tables[0].vectors())
    tables = (turned, *network.tables[1:])
    return replace(network, tables=tables, last=(2 * weights, 2 * bias), _known={})


def _said(network: Network) -> np.ndarray:
    return np.array([network.scores(*rows(Reading(text))) for text in TEXTS])


def test_a_network_between_two_is_one_of_them_at_the_ends(before: models.Classifier) -> None:
    first = before.networks[0]
    second = _other(first)
    assert _said(network_between(first, second, 0.0)) == pytest.approx(_said(first), abs=0.02)
    assert _said(network_between(first, second, 1.0)) == pytest.approx(_said(second), abs=0.02)
    halfway = _said(network_between(first, second, 0.5))
    assert np.abs(halfway - _said(first)).max() > 0.1
    assert np.abs(halfway - _said(second)).max() > 0.1


def test_regressions_between_two_say_what_is_between(before: models.Classifier) -> None:
    first = before.regressions
    second = Regressions(first.weights * 3, first.intercepts - 1)
    readings = [Reading(text) for text in TEXTS]
    said = [it.scores(readings) for it in (first, second)]
    for share in (0.0, 0.25, 1.0):
        between = regressions_between(first, second, share).scores(readings)
        assert between == pytest.approx((1 - share) * said[0] + share * said[1], abs=1e-3)


def test_a_classifier_between_two_has_the_belief_of_the_second(before: models.Classifier) -> None:
    first = before.regressions
    weights = Regressions(first.weights * 3, first.intercepts - 1)
    networks = tuple(map(_other, before.networks))
    after = replace(before, regressions=weights, networks=networks, offsets=before.offsets + 1)
    halfway = classifier_training.between(before, after, 0.5)
    assert (halfway.offsets == after.offsets).all()
    assert halfway.trees is after.trees
    readings = [Reading(text) for text in TEXTS]
    said = [it.regressions.scores(readings) for it in (before, halfway, after)]
    assert said[1] == pytest.approx((said[0] + said[2]) / 2, abs=1e-3)
    assert np.abs(_said(halfway.networks[0]) - _said(before.networks[0])).max() > 0.1
