# A truth value that fails is told at the place of what asks for it: the whole statement or conditional expression.
import traceback


class Ambiguous:
    def __init__(self, answers):
        self.answers = answers

    def __bool__(self):
        self.answers -= 1
        if self.answers < 0:
            raise ValueError("neither true nor false")
        return True


def in_if(value):
    if value: pass


def in_long_if(value):
    if (value and
            value):
        return 1


def in_elif(value):
    if not 1: pass
    elif value: pass


def in_while(value):
    while value: pass


def in_assert(value): assert value and value, "text"


def in_choice(value): return 1 + (2 if value else 3)


def in_comprehension(value): return [item for item in range(3) if value]


def in_guard(value):
    match 1:
        case 1 if value: pass


def in_operators(value): return (value or 2), (value and 1)


def in_not(value): return not value


for function in (in_if, in_long_if, in_elif, in_while, in_assert, in_choice, in_comprehension, in_guard, in_operators, in_not):
    for answers in (0, 1):
        try:
            function(Ambiguous(answers))
        except ValueError as error:
            for line in traceback.format_tb(error.__traceback__)[1:-1]:
                print(line.split(", in ")[1], end="")
