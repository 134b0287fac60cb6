# Complex arithmetic and printing.
z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), -z, z * 2, z / 2, z * z, z / (1 - 1j), z ** 2, z == 3 + 4j, z != 1)
print(1j * 1j, complex(1, -2), complex("1+2j"), complex(" -3j "), 0j, -0j, complex(-0.0, 1), 1j ** 2, (1 + 0j) == 1, hash(1 + 0j) == hash(1), repr(1e20j), str(complex(1.5, float("inf"))))
for f in (lambda: z < 1, lambda: int(z), lambda: float(z), lambda: z // 1, lambda: z % 1, lambda: z / 0, lambda: complex("x"), lambda: 0j ** -1):
  try: f()
  except Exception as e: print(type(e).__name__, e)

# Constants that the compiler computes.
print(1 + 2j, 1.5 - 2j, 2j * 3j, (1 + 2j) * (3 - 1j), 2 * 3j, True + 1j)
print(-2j, +(1 + 2j), -(0 + 0j), -0j - 1, 0j * -1, [1 + 2j, 1 - 2j, 2j, -2j])
print((lambda: 1 + 2j)() is not None, {1 + 0j: "one"}[1], not 0j, not 1 + 0j)
for case in (1 + 2j, -1 - 2j, 3):
    match case:
        case 1 + 2j:
            print("1+2j")
        case -1 - 2j:
            print("-1-2j")
        case _:
            print("another")
