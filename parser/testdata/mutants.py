"""Writes mutants of Python sources with CPython's verdict on each.

    mutants.py SEED COUNT CORPUS.json.gz

A mutant is a source in which one to three tokens are dropped, doubled, swapped or
replaced, or some characters are. Half of them come from the corpus of verdicts, half
from the standard library. A line of the output is a JSON object as in the corpus, of
which "compile" is what compile() says.
"""
import ast
import glob
import gzip
import io
import json
import os
import random
import sys
import tokenize
import warnings

SPARE = """( ) [ ] { } , : . ; @ = -> := += ** * / // % & | ^ << >> ~ == != < > <= >= ... \\ ! $ ?
    and as assert async await break class continue def del elif else except finally for from global if
    import in is lambda nonlocal not or pass raise return try while with yield match case type print exec
    _ x f() a.b a[0] 1 0x 1.5 2j 017 'a' b'a' "'" f'{x}' f'{x!r:>{y}}' f'{' f'}' None True False __debug__
    *a **k x=1 (yield) (a,b) [*a] {**b} {a:b} lambda: \t \n \r \f # \n\t \n\x20\x20 ''' é € \x00""".split(" ")
SPARE = [word for word in " ".join(SPARE).split() if word] + [" ", "\n", "\t", "\n    ", "\f", "\x00"]


def library():
    """Top-level statements of the standard library, of at most 40 lines."""
    folder = os.path.dirname(os.__file__)
    names = sorted(glob.glob(folder + "/*.py") + glob.glob(folder + "/*/*.py"))
    random.shuffle(names)
    for name in names:
        with open(name, "rb") as file:
            content = file.read()
        try:
            text = content.decode("utf-8")
            body = ast.parse(content).body
        except (SyntaxError, ValueError):
            continue
        lines = text.splitlines(keepends=True)
        for statement in random.sample(body, min(6, len(body))):
            decorators = getattr(statement, "decorator_list", [])
            first = min([statement.lineno] + [d.lineno for d in decorators])
            if statement.end_lineno - first < 40:
                yield {"mode": "exec", "flags": 0, "src": "".join(lines[first - 1:statement.end_lineno])}


def corpus(name):
    with gzip.open(name) as file:
        cases = json.load(file)
    while True:
        case = random.choice(cases)
        if case["src"] is not None and len(case["src"]) < 3000:
            yield case


def tokens(text):
    """The start and end of each token, as offsets, as far as the text has tokens."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    spans = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text, newline="").readline):
            if token.string:
                start = starts[token.start[0] - 1] + token.start[1]
                spans.append((start, start + len(token.string)))
    except (tokenize.TokenError, SyntaxError, SystemError, IndexError):
        pass
    return spans


def mutate(text):
    spans = tokens(text)
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        if not spans or random.random() < 0.15:
            at = random.randrange(len(text) + 1)
            size = random.choice([0, 0, 1, 1, 2, 5])
            text = text[:at] + random.choice(["", random.choice(SPARE), random.choice(text or " ")]) + text[at + size:]
            spans = tokens(text)
            continue
        i = random.randrange(len(spans))
        start, end = spans[i]
        word = text[start:end]
        match random.randrange(8):
            case 0 | 1:
                text = text[:start] + text[end:]
            case 2:
                text = text[:end] + " " + word + text[end:]
            case 3 if i + 1 < len(spans):
                after, stop = spans[i + 1]
                text = text[:start] + text[after:stop] + text[end:after] + word + text[stop:]
            case 4:
                text = text[:start] + random.choice(SPARE) + text[end:]
            case 5:
                text = text[:start] + random.choice(SPARE) + " " + text[start:]
            case 6:
                other = random.choice(spans)
                text = text[:start] + text[other[0]:other[1]] + text[end:]
            case 7 if random.random() < 0.3:
                text = text[:end]
        spans = tokens(text)
    return text


def verdict(case):
    try:
        compile(case["src"], "<s>", case["mode"], case["flags"], True)
    except SyntaxError as e:
        return [type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset, e.msg]
    except (ValueError, RecursionError, MemoryError, OverflowError) as e:
        return [type(e).__name__, None, None, None, None, str(e)]


def main():
    seed, count, name = sys.argv[1:]
    random.seed(int(seed))
    warnings.simplefilter("ignore")
    sources = [library(), corpus(name)]
    for i in range(int(count)):
        base = next(sources[i % 2], None) or next(sources[1])
        case = {"mode": base["mode"], "flags": base["flags"], "src": mutate(base["src"])}
        case["compile"] = verdict(case)
        print(json.dumps(case))


main()
