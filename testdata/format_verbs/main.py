"""Format specifications that Go's verbs mean, and others."""


def show(n: int, x: float, s: str) -> None:
    print(f"{x:.2f} {n:5d} {s:>10} {s:<10} {s:10} {n:02} {n:02d} {n:>5} {n:<5}| {n:,} {x:8.3f} {n:x} {n:08b}|")
    print(f"{x:.1%} {s!r} {n:+d} {x:,.2f} {x:g} {n:5} {s:.2} {s:.3s}| {s:8.2} {n: d} {n:+05d} {n:-4} {n:X} {n:o} {n:06x}|")
    print(f"{x:<8.1f}|{x:>8.1f}|{x:f}|{x:%}|{x:+.1f}|{x:08.2f}|{x:.0f}|{x}|{n:.1f}|{n:^7}|{s:^7}|{s:*^9}|{n:#x}|{n:#010b}|{n:c}|{x:e}")
    print(f"{n:5f}% 100%{x:.2f}% {n:3}%")
    name = f"{s:>12}"
    print(name, f"{n:03}", f"{x:.3f}", f"{x}")


show(77, 2.5, "héllo")
show(8, 0.125, "a")
show(-255 + 300, 1e22, "日本語")
for value in (float("inf"), float("-inf"), float("nan"), -0.0, 1e-7, 123456789.987):
    print(f"{value:.2f} {value:8.1f}| {value:.1%} {value}")
for number in (-5, 0, 5, -255):
    print(f"{number:4d}|{number:<4d}|{number:04d}|{number:+d}|{number: d}|{number:x}|{number:06x}|{number:b}|{number:o}|{number:.2f}")
print(f"{'x':>3}{True:5}{None!s:>6}{3:>{4}}")
