# Reducers of classes that can't be changed, constructors, extension codes.
import copy
import copyreg
import pickle


class Money:
  def __init__(self, amount):
    self.amount = amount


made = []


def reduce_money(money):
  made.append(money.amount)
  return Money, (money.amount + 1,)


copyreg.pickle(Money, reduce_money)
print(copy.copy(Money(1)).amount, pickle.loads(pickle.dumps(Money(5))).amount, made, copyreg.dispatch_table[Money] is reduce_money)
for call, arguments in ((copyreg.pickle, (Money, 5)), (copyreg.constructor, (5,)), (copyreg.add_extension, ("m", "n", 0)), (copyreg.remove_extension, ("m", "n", 5))):
  try:
    call(*arguments)
  except (TypeError, ValueError) as error:
    print(error)
copyreg.add_extension("__main__", "Money", 200)
print(copyreg._extension_registry["__main__", "Money"], copyreg._inverted_registry[200])
copyreg.remove_extension("__main__", "Money", 200)
copyreg.clear_extension_cache()
print(copyreg.__newobj__(list), copyreg.__newobj_ex__(complex, (1,), {"imag": 2}))


class Slotted:
  __slots__ = ("a", "__b")


print(copyreg._slotnames(Slotted))
