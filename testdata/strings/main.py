text = "  The quick brown fox jumps over the lazy dog  "

words = text.split()
print(words)
print(text.strip().title())
print("-".join(words[:3]).upper())
print(text.count("o"), text.find("fox"), text.rfind("o"), "cat" in text)
print(text.strip().replace("quick", "slow").partition(" brown "))
print("a,b,,c".split(","), "a b  c".split(" "), "one\ntwo\r\nthree".splitlines())
print("abc"[::-1], "abcdef"[1:-1:2], "héllo wörld"[1:4], len("naïve ☃"))
print("x".zfill(4), "42".isdigit(), "abc".isalpha(), "Abc".swapcase())
print("tab\tquote\"", repr("it's\n"), repr('say "hi"'), ascii("é"))
print("%s is %d years and %.1f months, %5s|%-5s|" % ("Bob", 30, 2.55, "r", "l"))
print("{0} {1} {0} {name}".format("a", "b", name="n"))
print("ab" * 3 + "!", "abc" < "abd", max("hello"), sorted("hello"))
for index, letter in enumerate("xyz", start=1):
    print(index, letter, ord(letter), chr(ord(letter) + 1 - 3))


def settings(line: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in line.split(";"):
        key, _, value = part.partition("=")
        found[key] = value
    return found


head, colon, tail = "x:y:z".rpartition(":")
print(settings("a=1;b=2=3;c"), head, colon, tail, "q w".partition(" ")[2])
