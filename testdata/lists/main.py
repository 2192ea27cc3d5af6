def main() -> None:
    numbers: list[int] = [3, 1, 4, 1, 5, 9, 2, 6]
    numbers.append(5)
    numbers.insert(0, 0)
    numbers.extend([3, 5])
    print(numbers, len(numbers))
    numbers.remove(1)
    print(numbers.pop(), numbers.pop(0), numbers.index(4), numbers.count(5))
    numbers.sort()
    print(numbers)
    numbers.reverse()
    print(numbers[:3], numbers[-2:], numbers[::2])
    del numbers[1]
    numbers[0] = 100
    numbers[1:3] = [7, 7, 7]
    print(numbers, 7 in numbers, 8 not in numbers)
    grid = [[0] * 3 for _ in range(2)]
    grid[1][2] = 5
    print(grid, grid[1][-1])
    alias = numbers
    alias.append(-1)
    copy = numbers[:]
    copy.append(-2)
    print(numbers == alias, numbers is alias, numbers == copy, len(copy))
    for a, b in zip(numbers, reversed(numbers)):
        print(a, b, end="; ")
    print()
    print(list(map(str, numbers)), list(filter(lambda n: n > 6, numbers)), any(n < 0 for n in numbers))
    try:
        print(numbers[99])
    except IndexError as e:
        print("IndexError:", e)


main()
