"""Writes python-lower.txt: what Python's str.lower() does to every code point, and what may stand before a final sigma, and which
code points it does not know yet.

    /usr/bin/python3 python-lower.py > python-lower.txt      (made with Python 3.11, Unicode 14)
"""
import sys
import unicodedata

def ranges(points):
    start = last = None
    for point in points:
        if last is not None and point == last + 1:
            last = point
            continue
        if last is not None:
            yield start, last
        start = last = point
    if last is not None:
        yield start, last

points = [c for c in range(sys.maxunicode + 1) if not 0xD800 <= c < 0xE000]
for c in points:
    lower = chr(c).lower()
    if lower != chr(c):
        print("lower", f"{c:X}", *(f"{ord(x):X}" for x in lower))
final = {c for c in points if (chr(c) + "Σ").lower()[-1] == "ς"}
transparent = {c for c in points if ("a" + chr(c) + "Σ").lower()[-1] == "ς"} - final
unassigned = {c for c in points if unicodedata.category(chr(c)) == "Cn"}
for name, group in ("cased", final), ("ignorable", transparent), ("unassigned", unassigned):
    for start, end in ranges(sorted(group)):
        print(name, f"{start:X}", f"{end:X}")
