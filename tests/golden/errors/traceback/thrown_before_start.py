# What is thrown into a generator or coroutine that has not started comes from the first line of its function.
import traceback

def counting(limit):
    """Numbers below the limit."""
    number = 0
    while number < limit:
        yield number

@staticmethod
def decorated(first,
              second=1):
    yield first

async def waiting():
    await None

def short(): yield 1

for suspended in (counting(3), decorated(1), waiting(), short(), (n for n in [])):
    try:
        suspended.throw(ValueError("early"))
    except ValueError as error:
        print("".join(traceback.format_tb(error.__traceback__)[1:]).replace(__file__, "FILE"), end="")
        print(error.__traceback__.tb_next.tb_lineno, error.__traceback__.tb_next.tb_frame.f_lineno)
counting(1).throw(RuntimeError("uncaught"))
