# A star at the end of a tuple display or of the arguments: order of evaluation, kinds of iterables, errors.


def call(*args, **kwargs):
  return args, kwargs


def failing():
  yield 1
  raise ValueError("from the generator")


def shown(value):
  print("evaluated", value)
  return value


class Shown:
  def __iter__(self):
    print("iterated")
    return iter((1,))


class Other(tuple):
  def __iter__(self):
    return iter((7, 8))


pair = (1, 2)
print((0, *pair), (0, *[3]), (0, *{4}), (0, *"ab"), (0, *range(3)), (1, *()), (0, *Other(pair)))
print(call(0, *pair), call(0, *[3], key=1), call(0, *pair, **{"z": 1}), call(0, *pair, 5), call(0, *Other(pair)))
print((*pair,) is pair, (*pair,) == pair, (*(),))
print((shown(1), *Shown()), call(shown(2), *Shown()))
for text in "(0, *5)", "call(0, *5)", "(0, *failing())", "call(0, *failing())", "(*None,)":
  try:
    eval(text)
  except Exception as error:
    print(text, type(error).__name__, error)

first, *rest = 1, *pair
print(first, rest, {(1, *pair): 5}[1, *pair], len((0, *range(40))))
