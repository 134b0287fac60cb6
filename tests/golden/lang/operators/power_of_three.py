# pow() with three arguments asks __pow__ alone; a class with only __rpow__ has none to ask.
class Left:
    def __pow__(self, other, modulus=None): return 'pow', other, modulus
class Right:
    def __rpow__(self, other, modulus=None): return 'rpow', other, modulus
class Neither: pass
class TwoOnly:
    def __pow__(self, other): return 'pow', other
def show(*args):
    try: print(pow(*args))
    except (TypeError, AttributeError) as error: print(type(error).__name__, error)
show(Left(), 2); show(Left(), 2, 3); show(2, Left()); show(2, Left(), 3); show(2, 3, Left())
show(Right(), 2); show(2, Right()); show(Right(), 2, 3); show(2, Right(), 3); show(2, 3, Right())
show(Neither(), 2, 3); show(2, Neither(), 3); show(TwoOnly(), 2); show(TwoOnly(), 2, 3)

# So with the other operations that share a place in the class.
class SetOnly:
    def __setitem__(self, key, value): print('set', key, value)
    def __set__(self, instance, value): print('set in', type(instance).__name__, value)
    def __setattr__(self, name, value): print('setattr', name)
only = SetOnly()
only[1] = 2
try: del only[1]
except AttributeError as error: print(error)
class Owner: field = SetOnly()
owner = Owner()
owner.field = 5
try: del owner.field
except AttributeError as error: print(error)
