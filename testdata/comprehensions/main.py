squares = [n * n for n in range(10) if n % 2 == 0]
print(squares)
pairs = [(x, y) for x in range(3) for y in range(x)]
print(pairs)
lengths = {word: len(word) for word in ["go", "python", "c"]}
print(lengths)
print({n % 3 for n in squares})
print(sum(n for n in squares), max((len(k) for k in lengths), default=0))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print([word.upper() if len(word) > 1 else word for word in lengths])
print(list(enumerate(squares, 1))[:2], dict(zip("abc", squares)))
functions = [lambda: i for i in range(3)]
print([f() for f in functions])
