# Integers of any size, their text, floats, formatting.
value = 3**2000
print(len(str(value)), value % 1000007, int(str(value)) == value, (value << 500) >> 499 == value * 2, -value // 7 % 11)
print([pow(7, n, 10**20) for n in range(50)][-1], f"{value:x}"[:10], f"{1e300 / 3:.17g}", complex(1, 2) ** 3)
total = 0
for number in range(2000):
  total += number * number * 10**20
print(total, round(2.675, 2), divmod(10**40, 12345), float("1e-5"), hash(value))
