def make_counter(start=0):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    return increment


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


first = make_counter()
second = make_counter(10)
print(first(), first(5), second(), first())
print(compose(lambda x: x + 1, lambda x: x * 10, str)(4))
total = 0


def add(n):
    global total
    total += n


for n in range(5):
    add(n)
print(total)


def defaults(item, bucket=[]):
    bucket.append(item)
    return bucket


print(defaults(1), defaults(2), defaults(3, []))
