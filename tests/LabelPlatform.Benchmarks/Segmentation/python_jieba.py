"""python3-jieba's side of the comparison: jieba.py CORPUS WARM_UP_SECONDS SECONDS prints a line `name<TAB>MB/s` for each way to cut."""
import logging
import sys
import time

import jieba


def fastest_pass(lines, hmm, seconds):
    end, best = time.perf_counter() + seconds, float("inf")
    while time.perf_counter() < end:
        start = time.perf_counter()
        for line in lines:
            jieba.lcut(line, HMM=hmm)
        best = min(best, time.perf_counter() - start)
    return best


jieba.setLogLevel(logging.WARNING)
jieba.initialize()
with open(sys.argv[1], encoding="utf-8") as corpus:
    corpus_lines = corpus.read().split("\n")
size = sum(len(line.encode()) for line in corpus_lines)
for hmm in (True, False):
    fastest_pass(corpus_lines, hmm, float(sys.argv[2]))
    print(f"strings, HMM {'on' if hmm else 'off'}\t{size / fastest_pass(corpus_lines, hmm, float(sys.argv[3])) / 1e6:.2f}")
