"""scikit-learn's side of the comparison: linear_svc.py HEADLINES.tsv.gz trains LinearSVC, one-vs-rest, on TF-IDF of characters, pairs and words."""
import gzip
import logging
import resource
import sys
import time
import zlib

import jieba
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import precision_recall_curve
from sklearn.svm import LinearSVC


def features(row):
    text, words = row[1], row[2]
    return set(text) | {text[i:i + 2] for i in range(len(text) - 1)} | {"\1" + word for word in words}


def best_f1(positives, margins):
    precision, recall, _ = precision_recall_curve(positives, margins)
    return np.max(2 * precision * recall / np.maximum(precision + recall, 1e-300))


jieba.setLogLevel(logging.WARNING)
rows = []
with gzip.open(sys.argv[1], "rt", encoding="utf-8", newline="\n") as file:
    next(file)
    for line in file:
        topic, _, text = line.rstrip("\n").split("\t")[:3]
        rows.append((topic, text[:200], jieba.lcut(text[:200]), zlib.crc32(text.encode()) % 5 == 0))
train, test = [row for row in rows if not row[3]], [row for row in rows if row[3]]

clock = time.perf_counter()
vectorizer = TfidfVectorizer(analyzer=features, min_df=3)
x, x_test = vectorizer.fit_transform(train), vectorizer.transform(test)
print(f"  features      {x.shape[1]:,} in {time.perf_counter() - clock:.2f} s, words cut before")

y, y_test = np.array([row[0] for row in train]), np.array([row[0] for row in test])
topics = np.unique(y)
clock, processor = time.perf_counter(), time.process_time()
models = [LinearSVC(random_state=1).fit(x, y == topic) for topic in topics]
print(f"  {len(topics)} topics     {time.perf_counter() - clock:.2f} s ({time.process_time() - processor:.2f} s of processor), uncalibrated")

margins = np.stack([model.decision_function(x_test) for model in models], axis=1)
print(f"  peak memory   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
print(f"  mean best F1  {np.mean([best_f1(y_test == topic, margins[:, i]) for i, topic in enumerate(topics)]):.4f}")
print(f"  top-1         {np.mean(topics[margins.argmax(axis=1)] == y_test):.4f}")
