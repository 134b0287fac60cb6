# Pancake flips over all permutations: list items, slices, small integers.
import time

SIZE = 8
PERMUTATIONS = 40_320


def run():
  count = list(range(1, SIZE + 1))
  permutation = list(range(SIZE))
  most_flips = checksum = sign = 0
  rotate = SIZE
  while True:
    while rotate != 1:
      count[rotate - 1] = rotate
      rotate -= 1
    first = permutation[0]
    if first:
      flips = 0
      current = permutation[:]
      while first:
        current[: first + 1] = current[first::-1]
        flips += 1
        first = current[0]
      most_flips = max(most_flips, flips)
      checksum += -flips if sign else flips
    sign = 1 - sign
    while True:
      if rotate == SIZE:
        return f"{checksum} {most_flips}"
      head = permutation[0]
      for i in range(rotate):
        permutation[i] = permutation[i + 1]
      permutation[rotate] = head
      count[rotate] -= 1
      if count[rotate] > 0:
        break
      rotate += 1
    rotate = rotate if rotate > 1 else 1


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("fannkuch", result)
print(f"# {elapsed / (PERMUTATIONS) * 1e9:.1f} ns per op")
