# Ordinary use, mistakes and corners of copyreg: pickle, clear_extension_cache, constructor.
import copyreg, pickle, copy

def err(f, *a, **k):
    try:
        print("ok", f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)

class Money:
    def __init__(self, amount, cur): self.amount, self.cur = amount, cur
    def __eq__(self, o): return (self.amount, self.cur) == (o.amount, o.cur)
def make(amount, cur):
    print('make', amount, cur)
    return Money(amount, cur)
def reduce_money(m):
    print('reduce')
    return make, (m.amount, m.cur)
print(copyreg.pickle(Money, reduce_money, make))
m = Money(5, 'EUR')
print(pickle.loads(pickle.dumps(m)) == m, copy.copy(m) == m, copy.deepcopy(m) == m)
print(copyreg.dispatch_table[Money] is reduce_money, complex in copyreg.dispatch_table)
err(copyreg.pickle, Money, 'notcallable')
err(copyreg.pickle, Money, reduce_money, 5)
err(copyreg.constructor, 5)
print(copyreg.constructor(make))
copyreg.add_extension('__main__', 'Money', 240)
copyreg.add_extension('__main__', 'Money', 240)
err(copyreg.add_extension, '__main__', 'Money', 241)
err(copyreg.add_extension, 'mod', 'Other', 240)
err(copyreg.add_extension, 'mod', 'Other', 0)
err(copyreg.add_extension, 'mod', 'Other', 1 << 31)
err(copyreg.add_extension, 'mod', 'Other', 'x')
del copyreg.dispatch_table[Money]
s = pickle.dumps(Money, 2)
print(s)
print(pickle.loads(s) is Money)
print(copyreg.clear_extension_cache())
err(copyreg.remove_extension, '__main__', 'Money', 99)
err(copyreg.remove_extension, '__main__', 'Nope', 240)
print(copyreg.remove_extension('__main__', 'Money', 240))
err(pickle.loads, s)
print(pickle.dumps(Money, 2))
err(copyreg.remove_extension, '__main__', 'Money', 240)
class Slotted:
    __slots__ = ('a', '__b', 'c')
    def __init__(self): self.a = 1; self.__b = 2
s = Slotted()
print(copyreg._slotnames(Slotted) if hasattr(copyreg, '_slotnames') else '')
t = pickle.loads(pickle.dumps(s, 2))
print(t.a, t._Slotted__b, hasattr(t, 'c'))
err(pickle.dumps, s, 0)
err(s.__reduce_ex__, 1)
print(s.__reduce_ex__(2)[1:])
class Sub(int): pass
print(Sub(5).__reduce_ex__(0)[1][1:], Sub(5).__reduce_ex__(2)[1:])
print(copyreg.__newobj__(Money).__dict__, copyreg.__newobj__.__name__)
print(pickle.loads(pickle.dumps(1j)), copyreg.dispatch_table[complex](2 + 3j))
