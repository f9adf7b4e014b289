#!/usr/bin/python3
"""Writes golden.json: what python3-jieba 0.42.1 makes of sentences.txt, which was written for this repository (JSON escapes, one a line).

    /usr/bin/python3 generate.py
"""
import json
import logging
import pathlib

import jieba
from jieba import finalseg

HERE = pathlib.Path(__file__).parent

jieba.setLogLevel(logging.WARNING)
assert jieba.__version__ == "0.42.1", jieba.__version__
escaped = (HERE / "sentences.txt").read_text(encoding="utf-8").split("\n")[:-1]
sentences = [json.loads('"' + line.replace('"', '\\"') + '"', strict=False) for line in escaped]

base = jieba.Tokenizer()
golden = [{"text": text, "hmm": list(base.cut(text)), "plain": list(base.cut(text, HMM=False))} for text in sentences]

# Last, because forbidden words are forbidden in all tokenizers of a process.
user = jieba.Tokenizer()
user.load_userdict(str(HERE / "user_dictionary.txt"))
assert finalseg.Force_Split_Words
for entry in golden:
    entry["userHmm"] = list(user.cut(entry["text"]))
    entry["userPlain"] = list(user.cut(entry["text"], HMM=False))

lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in golden)
(HERE / "golden.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
print(len(golden), "sentences,", sum(e["hmm"] != e["userHmm"] for e in golden), "of them cut otherwise with the user dictionary")
