# Numbers in shared memory.
import multiprocessing
from multiprocessing import Array, RawArray, RawValue, Value


def change(number, numbers, text):
    number.value *= 2
    numbers[0] += 1
    numbers[1:3] = [7.5, 8.5]
    text.value = b"changed"


number, numbers, text = Value("q", 21), Array("d", [1, 2, 3, 4]), Array("c", b"original text")
process = multiprocessing.Process(target=change, args=(number, numbers, text))
process.start()
process.join()
print(number.value, numbers[:], len(numbers), numbers[-1], text.value, text.raw)
print(list(Array("i", 3)), RawValue("B", 200).value, RawArray("h", [1, -2])[:], Value("f", 0.5).value, Value("?", 1).value if False else 1)
small = Value("b", 0)
small.value = 300
print(small.value)
with number.get_lock():
    number.value += 1
print(number.get_obj().value, number.acquire(), number.release())
unlocked = Value("i", 1, lock=False)
print(hasattr(unlocked, "get_lock"), unlocked.value)
for call in (lambda: numbers[9], lambda: Array("i", -1), lambda: Value("i", "x"), lambda: Value("i", 1.5), lambda: numbers.__setitem__(0, "x"),
             lambda: Value("i", 1, lock=5), lambda: Value("zz"), lambda: Array("", 2), lambda: Value(5)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__)
