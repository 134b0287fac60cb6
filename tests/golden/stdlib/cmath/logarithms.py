# Logarithms to a base: only the base can be wrong.
import cmath

for number in (0, -1, 2, complex("inf"), complex("nan")):
    for base in (0, 1, 2, 1j, complex("inf")):
        try:
            print(number, base, cmath.log(number, base))
        except ValueError as error:
            print(number, base, error)
