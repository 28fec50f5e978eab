"""Reads tables of codings as JSON and prints NLTK's measures of each, in the same order.

A table is a list of units, each with one value a coder; null is a missing value.
"""

import json
import sys

from nltk.metrics.agreement import AnnotationTask


def triples(units):
    return [
        (str(coder), str(unit), value)
        for unit, values in enumerate(units)
        for coder, value in enumerate(values)
        if value is not None
    ]


def measures(units):
    result = {"alpha": AnnotationTask(triples(units)).alpha()}
    # Percent and kappa are of two coders, over the units that both coded.
    if len(units[0]) == 2:
        pairs = AnnotationTask(triples([values for values in units if None not in values]))
        result["percent"] = pairs.avg_Ao()
        result["kappa"] = pairs.kappa()
    return result


json.dump([measures(units) for units in json.load(sys.stdin)], sys.stdout)
