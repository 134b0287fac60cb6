# __index__ wherever an integer is needed.
class Three:
  def __index__(self): return 3


three = Three()
print([0, 1, 2, 3][three], range(10)[three], hex(three), "abcdef"[three:], [1] * three, bin(three), int(three))


class Bad:
  def __index__(self): return "x"


for use in (lambda: [1][Bad()], lambda: range(Bad()), lambda: hex(Bad()), lambda: range(1.5), lambda: bytes(object()), lambda: [1][:Bad()]):
  try:
    use()
  except TypeError as error:
    print(error)
