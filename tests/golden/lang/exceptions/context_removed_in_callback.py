# A callback that sets __context__ to None and raises again keeps it None, whatever called it.
def callback(x=None):
    try:
        raise ValueError('inner')
    except ValueError as error:
        error.__context__ = None
        raise

class Object:
    def __int__(self): callback()
    __len__ = __int__
    def __getattr__(self, name): callback()
    def __add__(self, other): callback()
    def __call__(self): callback()
    def __eq__(self, other): callback()

def generator(): callback(); yield

calls = {'sorted': lambda: sorted([1], key=callback), 'map': lambda: list(map(callback, [1])), 'max': lambda: max([1], key=callback),
         'int': lambda: int(Object()), 'len': lambda: len(Object()), 'attribute': lambda: Object().missing, 'add': lambda: Object() + 1,
         'call': lambda: Object()(), 'index': lambda: [1].index(Object()), 'next': lambda: next(generator())}
for name, call in calls.items():
    try:
        try:
            raise KeyError('outer')
        except KeyError:
            call()
    except ValueError as error:
        print(name, repr(error.__context__))

# What is raised there without that has the handled exception of the caller as context.
def plain(x): raise ValueError('plain')
for call in (lambda: sorted([1], key=plain), lambda: list(map(plain, [1])), lambda: [][1]):
    try:
        try:
            raise KeyError('outer')
        except KeyError:
            call()
    except (ValueError, IndexError) as error:
        print(repr(error), repr(error.__context__))
