"""Writes scikit_learn.json beside this file: what scikit-learn (Debian: python3-sklearn) makes of small problems of random numbers."""
import json
import pathlib

import numpy as np
from sklearn.calibration import _SigmoidCalibration, calibration_curve
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.metrics import average_precision_score, f1_score, precision_recall_curve, precision_score, recall_score, roc_auc_score
from sklearn.svm import LinearSVC

random = np.random.default_rng(1)


def linear():
    rows, features = 120, 40
    popularity = random.uniform(0.02, 0.5, features)
    present = random.random((rows, features)) < popularity
    present[7] = False                                          # a text without a known feature
    truth = random.normal(size=features)
    y = present @ truth + random.normal(size=rows) > np.quantile(present @ truth, 0.7)
    transformer = TfidfTransformer()                            # smooth idf, L2 norm
    x = transformer.fit_transform(present.astype(float))
    models = []
    for c, weight in ((1, 1), (0.1, 1), (10, 1), (0.5, 3)):
        svc = LinearSVC(C=c, class_weight={1: weight}, tol=1e-9, max_iter=1_000_000, random_state=1).fit(x, y.astype(int))
        models.append({"c": c, "positiveWeight": weight, "coefficients": svc.coef_[0].tolist(), "intercept": svc.intercept_[0],
                       "margins": svc.decision_function(x).tolist()})
    return {"rows": [np.flatnonzero(row).tolist() for row in present], "documentFrequencies": present.sum(axis=0).tolist(),
            "idf": transformer.idf_.tolist(), "positives": y.tolist(), "models": models}


def platt():
    cases = []
    for count, shift in ((400, 0.0), (60, 2.0), (500, -1.5)):
        margins = random.normal(size=count) * 1.5 - 0.7
        y = random.random(count) < 1 / (1 + np.exp(-(1.7 * margins + shift)))
        fitted = _SigmoidCalibration().fit(margins.astype(np.float32).astype(float), y)
        cases.append({"margins": margins.astype(np.float32).tolist(), "positives": y.tolist(), "a": fitted.a_, "b": fitted.b_})
    return cases


def evaluation():
    cases = []
    for count, decimals in ((50, 6), (200, 2), (300, 1)):        # few decimals: many equal scores
        y = random.random(count) < 0.3
        scores = np.clip(random.normal(size=count) * 0.2 + 0.4 + 0.25 * y, 0, 1).round(decimals).astype(np.float32)
        precision, recall, thresholds = precision_recall_curve(y, scores)
        f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-300)
        ratios, means = calibration_curve(y, scores, n_bins=10)
        cases.append({
            "scores": scores.tolist(), "positives": y.tolist(),
            "averagePrecision": average_precision_score(y, scores), "rocAuc": roc_auc_score(y, scores), "bestF1": f1.max(),
            "recallAtPrecision80": recall[:-1][precision[:-1] >= 0.8].max(initial=0), "precisionAtRecall80": precision[np.flatnonzero(recall >= 0.8).max()],
            "precision": precision_score(y, scores >= 0.5), "recall": recall_score(y, scores >= 0.5), "f1": f1_score(y, scores >= 0.5),
            "binMeans": means.tolist(), "binRatios": ratios.tolist()})
    return cases


path = pathlib.Path(__file__).with_name("scikit_learn.json")
path.write_text(json.dumps({"linear": linear(), "platt": platt(), "evaluation": evaluation()}) + "\n")
