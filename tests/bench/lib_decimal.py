"""Money, a series at the usual precision and text with decimal; one op is one amount."""

import time
from decimal import ROUND_HALF_UP, Decimal

N = 100_000
CENT, RATE = Decimal("0.01"), Decimal("0.0725")
start = time.perf_counter()
total = Decimal(0)
for i in range(N):
  price = Decimal(i) / 100
  total += price + (price * RATE).quantize(CENT, rounding=ROUND_HALF_UP)
series = sum(Decimal(1) / (i * i) for i in range(1, N // 2))
text = sum(len(f"{Decimal(f'{i}.{i % 100:02d}'):,.2f}") for i in range(N // 2))
elapsed = time.perf_counter() - start
print(total, series, text)
print(f"# {elapsed / N * 1e9:.1f} ns per op")
