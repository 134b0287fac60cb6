# A store or deletion that fails tells no name and object, so that nothing is suggested; a failing read does.
class A:
    colour = 1
class S:
    __slots__ = ('k', '__weakref__')
for code in ['A().color', 'del A().color', 'del A().colour', 'S().kk', 'S().kk = 1', 'del S().kk', 'del S().k', '(1).foo = 1', 'del (1).foo', 'del A.zz', 'object().x = 1',
             'del (lambda: 0).zz', 'print.foo = 1', 'None.x = 1', 'property().foo = 1', "A.__name__ = 'a\\0'", 'A.__name__ = 1', 'S().__weakref__ = 1']:
    try:
        exec(code)
    except (AttributeError, TypeError, ValueError) as error:
        print(code, '|', type(error).__name__, error, '|', getattr(error, 'name', None), type(getattr(error, 'obj', None)).__name__)
print(S().__weakref__, hasattr(S(), '__dict__'))
