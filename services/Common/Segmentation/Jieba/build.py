#!/usr/bin/python3
"""Writes jieba.bin: jieba 0.42.1's dictionary as a double array, and its hidden Markov model.

    /usr/bin/python3 build.py          (Debian: apt-get install python3-jieba; about a minute)

The layout, little-endian, every section at a multiple of 8 bytes, is read by JiebaData.cs:

    header       8 x uint32: magic 'JBSG', version, then how many frequencies, codes, nodes, emissions, han characters; 0
    total        int64, the sum of all frequencies
    frequencies  int64[], ascending, [0] = 0; a word refers to its frequency by index
    logarithms   double[], log(frequency) as Python computed it ([0] is unused)
    codes        uint16[], UTF-16 unit -> code, 0 = in no word; frequent characters have small codes
    nodes        uint64[], code | base << 16 | frequency index << 41; the children of a node are at base + code, [0] is the root
    start        double[4], transitions double[4][4], in the order B E M S
    emissions    double[], the distinct values, [0] = MIN_FLOAT
    emission ids uint16[][4], for each character from U+4E00, in the order B E M S
"""
import array
import collections
import logging
import math
import pathlib
import struct

import jieba
from jieba import finalseg

EMPTY = 0xFFFF  # the code of a free slot: no character has it
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FD5
STATES = "BEMS"


def section(kind, values):
    data = array.array(kind, values).tobytes()
    return data + bytes(-len(data) % 8)


def rank_characters(frequencies):
    """Code 1 is the most frequent character: what is often looked up together lies close together."""
    weight = collections.Counter()
    for word, frequency in frequencies.items():
        for character in word:
            weight[character] += frequency
    ranked = sorted(weight, key=lambda character: (-weight[character], character))
    return {character: code for code, character in enumerate(ranked, 1)}


def pack(frequencies, codes, frequency_ids):
    """First-fit packing, nodes with many children first. A slot is recognised by its code alone, so no two nodes share a base."""
    children = collections.defaultdict(list)
    for prefix in frequencies:
        children[prefix[:-1]].append(prefix)

    occupied, bases = 0, 1  # bit sets; base 0 belongs to the leaves: nothing is ever found there
    base_of, slot_of = {}, {}
    for parent in sorted(children, key=lambda prefix: (prefix != "", -len(children[prefix]), prefix)):
        offsets = [codes[child[-1]] for child in children[parent]]
        refused = bases
        for offset in offsets:
            refused |= occupied >> offset
        base = (~refused & (refused + 1)).bit_length() - 1
        bases |= 1 << base
        base_of[parent] = base
        for child, offset in zip(children[parent], offsets):
            occupied |= 1 << (base + offset)
            slot_of[child] = base + offset

    nodes = [EMPTY] * (max(base_of.values()) + len(codes) + 1)
    nodes[0] |= base_of[""] << 16
    for prefix, slot in slot_of.items():
        nodes[slot] = codes[prefix[-1]] | base_of.get(prefix, 0) << 16 | frequency_ids[frequencies[prefix]] << 41
    return nodes


def main():
    jieba.setLogLevel(logging.WARNING)
    assert jieba.__version__ == "0.42.1", jieba.__version__
    tokenizer = jieba.Tokenizer()
    frequencies, total = tokenizer.gen_pfdict(tokenizer.get_dict_file())

    distinct = sorted(set(frequencies.values()))
    codes = rank_characters(frequencies)
    code_table = [0] * (max(LAST_HAN, *map(ord, codes)) + 1)
    for character, code in codes.items():
        code_table[ord(character)] = code
    nodes = pack(frequencies, codes, {frequency: index for index, frequency in enumerate(distinct)})

    emissions = sorted({value for state in STATES for value in finalseg.emit_P[state].values()})
    emissions.insert(0, finalseg.MIN_FLOAT)
    emission_ids = {value: index for index, value in enumerate(emissions)}
    han = [chr(character) for character in range(FIRST_HAN, LAST_HAN + 1)]

    sections = [
        struct.pack("<8I", 0x4753424A, 1, len(distinct), len(code_table), len(nodes), len(emissions), len(han), 0),
        section("q", [total]),
        section("q", distinct),
        section("d", [0.0] + [math.log(frequency) for frequency in distinct[1:]]),
        section("H", code_table),
        section("Q", nodes),
        section("d", [finalseg.start_P[state] for state in STATES]),
        section("d", [finalseg.trans_P[a].get(b, finalseg.MIN_FLOAT) for a in STATES for b in STATES]),
        section("d", emissions),
        section("H", [emission_ids[finalseg.emit_P[s].get(c, finalseg.MIN_FLOAT)] for c in han for s in STATES]),
    ]
    target = pathlib.Path(__file__).with_name("jieba.bin")
    target.write_bytes(b"".join(sections))
    print(f"{target.name}: {len(frequencies)} prefixes in {len(nodes)} slots, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
