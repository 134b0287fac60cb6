# builtin functions: wrong counts, wrong types and unknown keywords

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for action in ['abs()', 'abs("a")', 'all(5)', 'any()', 'ascii()', 'bin(1.5)', 'callable()', 'chr("a")', 'chr(-1)', 'chr(0x110000)', 'divmod(1)', 'divmod(1, "a")', 'enumerate()', 'enumerate(5)', 'enumerate([], "a")', 'filter(None)', 'filter(None, 5)', 'format()', 'getattr(1)', 'getattr(1, 2)', 'getattr(1, "nope")', 'getattr(1, "nope", 5)', 'hasattr(1, 2)', 'hash()', 'hex("a")',
               'id()', 'isinstance(1)', 'isinstance(1, 2)', 'isinstance(1, (int, 2))', 'isinstance("a", (int, 2))', 'issubclass(1, int)', 'issubclass(int, 5)', 'iter(5)', 'iter(5, 6)', 'len()', 'len(5)', 'map(int)', 'map()', 'list(map(5, [1]))', 'max()', 'max(5)', 'max([])', 'max([], default=3)', 'max(1, 2, default=3)', 'max(1, "a")', 'max(x=1)', 'max(key=1)', 'min(1, x=2)', 'max([1], key=5)', 'min(1, 2, key=lambda x: -x)', 'next([])', 'next(iter([]))',
               'next(iter([]), 7)', 'oct(None)', 'ord("ab")', 'ord("")', 'ord(5)', 'ord(b"a")', 'pow(2)', 'pow("a", 2)', 'pow(2, 3, 0)', 'print(sep=5)', 'print(end=5)', 'print(x=1)', 'repr()', 'reversed(5)', 'reversed({1})', 'round("a")', 'round(1.5, "a")', 'round()', 'setattr(1, "a", 2)', 'setattr(object(), "a", 2)', 'sorted(5)', 'sorted([1, "a"])', 'sorted([], 5)', 'sorted([3, 1], reverse="x")', 'sum(5)', 'sum(["a"])',
               'sum(["a"], "")', 'sum([b"a"], b"")', 'sum([[1], [2]], [])', 'sum([1], start=5)', 'type(1, 2)', 'type("X", 5, {})', 'type("X", (5,), {})', 'vars(5)', 'zip(5)', 'list(zip([1], [1, 2], strict=True))', 'list(zip([1, 2], [1], strict=True))', 'zip([], x=1)', 'bool(1, 2)', 'bool(x=1)', 'float(1, 2)', 'str(1, 2)', 'str(b"a", "utf-8", "x", 1)', 'str(object=5)', 'input(1, 2)', 'delattr(1, "x")', 'dir(1, 2)', 'eval(5)', 'eval("1 +")', 'exec(5)',
               'compile("1", "f", "bad")', '__import__("nope_nope")', 'globals(1)', 'staticmethod()', 'property(1, 2, 3, 4, 5)', 'super(1)', 'object(1)', 'memoryview(5)', 'slice()']:
  attempt(action, lambda: eval(action))
