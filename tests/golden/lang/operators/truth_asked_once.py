# Nested `and` and `or`: each operand's truth is asked at most once, whatever it decides
import itertools

class Operand:
    def __init__(self, name, truth):
        self.name, self.truth = name, truth

    def __bool__(self):
        asked.append(self.name)
        return self.truth

for source in ("a and b or c", "(a or b) and c", "(a and b) and c", "a or (b and c)", "(a or b) and (c or a)", "not (a and b) or c",
               "((a or b) and c) or a", "(a if b else c) and a", "(a if b else c or a) and b", "((a and b) if c else (b or a)) or c", "'x' if (a or b) and c else 'y'"):
    for truths in itertools.product([True, False], repeat=3):
        asked = []
        result = eval(source, {name: Operand(name, truth) for name, truth in zip("abc", truths)})
        print(source, truths, "".join(asked), getattr(result, "name", result))
