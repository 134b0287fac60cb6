# Floating-point arithmetic: the points of a Mandelbrot set.
import time

SIZE, LIMIT = 360, 60


def run(size, limit):
  total = 0
  for row in range(size):
    ci = 2.0 * row / size - 1.0
    for column in range(size):
      cr = 2.0 * column / size - 1.5
      zr = zi = 0.0
      steps = 0
      while steps < limit and zr * zr + zi * zi < 4.0:
        zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
        steps += 1
      total += steps
  return total


start = time.perf_counter()
result = run(SIZE, LIMIT)
elapsed = time.perf_counter() - start
print("float_loop", result)
print(f"# {elapsed / result * 1e9:.1f} ns per op")
