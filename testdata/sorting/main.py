people = [("Ann", 31), ("Bob", 25), ("Cid", 31), ("Dee", 19)]

print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: (-p[1], p[0])))
people.sort(key=lambda p: p[0], reverse=True)
print(people)
words = ["banana", "Apple", "cherry", "apple"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
print(min(people, key=lambda p: p[1]), max(words, key=len))
print(list(reversed(words)), sorted({3, 1, 2}), sorted("bca"), sorted({"b": 1, "a": 2}))
try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
