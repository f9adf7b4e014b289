#!/usr/bin/python3
"""Compares the segmenter live with Debian's python3-jieba 0.42.1, word by word and offset by offset.

    /usr/bin/python3 tests/parity/segmentation/parity.py [--seed N] [--random N]

On every line of ../shared/data/segmentation_corpus.txt.gz and on random text made to be awkward; with and without the hidden Markov
model; with the plain dictionary, with all words of ../shared/data/vocabulary as user dictionary, with a part of them as vocabulary, and
with user dictionaries of awkward lines. About two minutes. Exits with 1 when anything differs.
"""
import argparse
import base64
import collections
import gzip
import logging
import pathlib
import random
import subprocess
import sys
import tempfile

import jieba
from jieba import finalseg

HERE = pathlib.Path(__file__).resolve().parent


def find_shared():
    for folder in HERE.parents:
        if (folder.parent / "shared" / "data").is_dir():
            return folder.parent / "shared" / "data"
    sys.exit("There is no ../shared/data beside the repository.")


def awkward(rng, count, words):
    """Mixed scripts, emoji, rare and extension characters, digits, punctuation, line ends, spaces of all widths, lone surrogates."""
    ranges = [(0x4E00, 0x9FFF), (0x9FC0, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x1F300, 0x1FAFF), (0xFF00, 0xFFEF), (0x3000, 0x30FF),
              (0x0000, 0x00FF), (0x0300, 0x036F), (0x0370, 0x052F), (0x0600, 0x06FF), (0x0E00, 0x0E7F), (0xAC00, 0xD7A3), (0x2000, 0x206F), (0xD800, 0xDFFF),
              (0xE000, 0xF8FF), (0xFE00, 0xFE0F), (0xFFF0, 0xFFFF), (0x10FFF0, 0x10FFFF)]
    pieces = [
        lambda: chr(rng.randint(*rng.choice(ranges))),
        lambda: rng.choice(words),
        lambda: rng.choice(words)[:rng.randint(1, 3)],
        lambda: "".join(rng.choice(words)[::-1]),
        lambda: "".join(rng.choices("abcXYZ0123456789", k=rng.randint(1, 6))),
        lambda: "".join(rng.choices("0123456789.%+-#&_", k=rng.randint(1, 7))),
        lambda: rng.choice(["\r\n", "\r", "\n", "\r\r\n", "\n\r", " ", "\t", "\u3000", "\xa0", "\u2028", "\x1c", "\x85", "\0"]),
        lambda: rng.choice("，。！？、；：“”‘’（）《》〈〉【】—…·～,.!?;:'\"()[]{}<>/\\|@#$%^&*-_=+`~"),
        lambda: rng.choice(["👨‍👩‍👧‍👦", "🇨🇳", "❤️", "👍🏽", "e\u0301", "ｉＰｈｏｎｅ", "１２３", "T恤", "AT&T", "C++", "B超", "3.14%", "5%%", "1.2.3", "a.5", "γ射线", "γ", "𠮷野家"]),
        lambda: "".join(chr(rng.randint(0x4E00, 0x9FD5)) for _ in range(rng.randint(1, 8))),
    ]
    for _ in range(count):
        text = "".join(rng.choice(pieces)() for _ in range(rng.randint(1, 25)))
        # A high and a low surrogate side by side are one character in UTF-16 but two in Python.
        yield text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def awkward_dictionary(rng, count, words):
    """Frequencies, tags, spaces, marks in words, forbidden words, repeats, words with what cannot be cut."""
    yield "\ufeff开头的标记 12 n"
    for _ in range(count):
        word = rng.choice([
            lambda: rng.choice(words),
            lambda: rng.choice(words) + rng.choice(words),
            lambda: rng.choice(words)[:2] + rng.choice("的了一是在"),
            lambda: "".join(chr(rng.randint(0x4E00, 0x9FD5)) for _ in range(rng.randint(1, 4))),
            lambda: "".join(rng.choices("abcXYZ0129.+-#", k=rng.randint(1, 5))) + rng.choice(["", rng.choice(words)]),
            lambda: rng.choice(words) + rng.choice(["·", " ", "\u3000", "😀", "𠮷", "é", "\t", "，"]) + rng.choice(words),
            lambda: rng.choice(["·", "😀", "𠮷", "，"]) + rng.choice(["", rng.choice(words)]),
        ])()
        frequency = rng.choice(["", "", "", " 0", " 1", " 3", f" {rng.randint(1, 1000000)}", " 000", " 12 34", "  7"])
        tag = rng.choice(["", "", " n", " nz", " N", " n x"])
        yield rng.choice(["", "", "", " ", "\t"]) + word + frequency + tag + rng.choice(["", "", " ", "\r", "\t"])
        if rng.random() < 0.05:
            yield ""


def ours(program, texts, mode, *dictionary):
    lines = b"".join(base64.b64encode(text.encode("utf-16-le", "surrogatepass")) + b"\n" for text in texts)
    run = subprocess.run(["dotnet", str(program), mode, *map(str, dictionary)], input=lines, stdout=subprocess.PIPE, check=True)
    return run.stdout.decode().split("\n")[:-1]


def theirs(tokenizer, text, hmm):
    words, start, char_start = [], 0, 0
    for word in tokenizer.cut(text, HMM=hmm):
        char_length = len(word.encode("utf-16-le", "surrogatepass")) // 2
        words.append(f"{start},{len(word)},{char_start},{char_length}")
        start += len(word)
        char_start += char_length
    return " ".join(words)


def compare(program, name, texts, tokenizer, *dictionary):
    failed = False
    for hmm in (True, False):
        answers = ours(program, texts, "hmm" if hmm else "nohmm", *dictionary)
        differences = len(texts) - len(answers)
        for text, answer in zip(texts, answers):
            if answer == theirs(tokenizer, text, hmm):
                continue
            differences += 1
            if differences == 1:
                print("  text  ", ascii(text), text.encode("utf-8", "replace").decode())
                print("  jieba ", list(tokenizer.cut(text, HMM=hmm)))
                print("  ours  ", answer)
        print(f"{name}, HMM {'on' if hmm else 'off'}: {len(texts)} texts, {differences} differ", flush=True)
        failed |= differences != 0
    return failed


def with_vocabulary(words):
    """What the vocabulary is defined to be: each word with the frequency that jieba's dictionary alone suggests, whatever the others."""
    base, tokenizer = jieba.Tokenizer(), jieba.Tokenizer()
    tokenizer.initialize()
    for word in words:
        tokenizer.add_word(word, base.suggest_freq(word))
    return tokenizer


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--random", type=int, default=20000)
    arguments = parser.parse_args()
    jieba.setLogLevel(logging.WARNING)
    data = find_shared()
    rng = random.Random(arguments.seed)

    corpus = gzip.decompress((data / "segmentation_corpus.txt.gz").read_bytes()).decode().split("\n")[:-1]
    vocabulary = list(collections.OrderedDict.fromkeys(
        line.split("\t")[0] for path in sorted((data / "vocabulary").glob("*.tsv")) for line in path.read_text().splitlines()[1:]))
    base = jieba.Tokenizer()
    base.initialize()
    known = [word for word, frequency in base.FREQ.items() if frequency]
    # Not `dotnet run`: it takes the first lines of the input for itself.
    output = tempfile.TemporaryDirectory()
    subprocess.run(["dotnet", "build", "-c", "Release", "-v", "quiet", "--nologo", "-o", output.name, str(HERE / "cut.cs")], check=True, stdout=sys.stderr)
    program = pathlib.Path(output.name, "cut.dll")

    failed = compare(program, "corpus", corpus, base)
    failed |= compare(program, "random text", list(awkward(rng, arguments.random, known)), base)

    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "vocabulary.txt")
        path.write_text("\n".join(vocabulary))
        tokenizer = jieba.Tokenizer()
        tokenizer.load_userdict(str(path))
        print(f"user dictionary of {len(vocabulary)} words: total {tokenizer.total}")
        failed |= compare(program, "corpus, vocabulary as user dictionary", corpus, tokenizer, "userdict", path)
        failed |= compare(program, "random text, vocabulary as user dictionary", list(awkward(rng, arguments.random, vocabulary)), tokenizer, "userdict", path)

        words = rng.sample(vocabulary, 50000)
        path.write_text("\n".join(words))
        tokenizer = with_vocabulary(words)
        failed |= compare(program, "corpus, vocabulary", corpus, tokenizer, "vocabulary", path)
        failed |= compare(program, "random text, vocabulary", list(awkward(rng, arguments.random // 2, words)), tokenizer, "vocabulary", path)

        for part in range(5):
            path = pathlib.Path(folder, f"awkward{part}.txt")
            path.write_text("\n".join(awkward_dictionary(rng, 3000, known)), newline="\n")
            finalseg.Force_Split_Words.clear()
            tokenizer = jieba.Tokenizer()
            tokenizer.load_userdict(str(path))
            words = list(tokenizer.FREQ)[len(base.FREQ):] + known[:3000]
            failed |= compare(program, f"corpus, awkward user dictionary {part}", corpus[part::5], tokenizer, "userdict", path)
            failed |= compare(program, f"random text, awkward user dictionary {part}", list(awkward(rng, arguments.random // 5, words)), tokenizer, "userdict", path)

    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
