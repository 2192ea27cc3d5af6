"""Format specifications of every kind."""

name = "Ada"
count = 42
ratio = 2 / 3
big = 1234567.891

print(f"{name} has {count} items, {ratio:.1%} done")
print(f"[{name:>10}] [{name:<10}] [{name:^10}] [{name:*^9}]")
print(f"{count:05d} {count:+d} {count:x} {count:#o} {count:08b} {count:,}")
print(f"{big:,.2f} {big:e} {big:g} {ratio:.3f}")
print(f"{name!r} {name!s:>6} {{literal}}")
print(f"{count = } {ratio = :.2f}")
width = 12
print(f"{name:-<{width}}|")
print(f"{'nested ' + f'{count + 1}'}")
print(f"{True} {None} {[1, 'two', 3.0]} {{'a': {count}}}")
