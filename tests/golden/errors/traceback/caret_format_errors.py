# What fails while a value is formatted is marked at the whole f-string, what fails in the value at its own place.
import traceback

class Picky:
    def __format__(self, spec):
        raise ValueError(f"no format {spec!r}")

picky, number = Picky(), 5
def format_fails(): return f"{number} and {picky:wide}"
def spec_fails(): return print(f"{number:q}", number)
def value_fails(): return f"{number} and {number + None:>5}"
def conversion_fails(): return f"{picky!r:d}" + "tail"
def spec_value_fails(): return f"{number:{picky}}"
def in_pieces():
    return ("first "
            f"{picky} "
            "last")
def nested(): return f"{f'{picky}':>5} {number}"
def method(): return f"{number:d}{picky}".upper()
def several_lines():
    return f'''
{number:q}
'''

for function in (format_fails, spec_fails, value_fails, conversion_fails, spec_value_fails, in_pieces, nested, method, several_lines):
    try:
        function()
    except Exception as error:
        print("".join(traceback.format_tb(error.__traceback__)[1:2]).replace(__file__, "FILE"), end="")
