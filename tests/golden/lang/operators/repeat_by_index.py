"""sequence * x asks x's own __rmul__ before it takes x for a number, whatever __index__ says."""


class Both:
    def __index__(self):
        return 2

    def __mul__(self, other):
        return f"Both*{other!r}"

    def __rmul__(self, other):
        return f"{other!r}*Both"


class Number:
    def __index__(self):
        return 2


class Shy(Number):
    def __rmul__(self, other):
        return NotImplemented


for sequence in ("ab", b"ab", bytearray(b"ab"), [1], (1,)):
    print(sequence * Both(), Both() * sequence, sequence * Number(), Number() * sequence, sequence * Shy(), sep=" | ")
for sequence in ("ab", b"ab", bytearray(b"ab")):
    for other in (1.5, None, sequence):
        try:
            sequence * other
        except TypeError as error:
            print(error)
