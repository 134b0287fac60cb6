# except*, exception groups, split, subgroup and derive.
def run(exc):
    try:
        try: raise exc
        except* ValueError as eg: print('VE', eg.exceptions, eg.message)
        except* (TypeError, KeyError) as eg: print('TK', eg.exceptions)
        else: print('else')
        finally: print('finally')
    except BaseException as e: print('out', repr(e), getattr(e, 'exceptions', None))
run(ExceptionGroup('g', [ValueError(1), TypeError(2)]))
run(ExceptionGroup('g', [ValueError(1), OSError(2), ExceptionGroup('n', [KeyError(3), ValueError(4)])]))
run(ValueError('plain'))
run(OSError('plain'))
run(BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError(1)]))
for a in [('m', []), ('m', [1]), ('m', ValueError()), (1, [ValueError()]), ('m',), (), ('m', [KeyboardInterrupt()]), ('m', [ValueError()], 3)]:
    try: print(repr(ExceptionGroup(*a)))
    except Exception as e: print(type(e).__name__, e)
print(repr(BaseExceptionGroup('m', [ValueError(1)])), type(BaseExceptionGroup('m', [KeyboardInterrupt()])).__name__)
eg = ExceptionGroup('g', [ValueError(1), ExceptionGroup('n', [TypeError(2), ValueError(3)])])
print(eg.split(ValueError)); print(eg.subgroup(TypeError)); print(eg.subgroup(lambda e: isinstance(e, ExceptionGroup)) is eg, eg.derive([OSError()]), str(eg), eg.args)
try: eg.split(5)
except TypeError as e: print(e)
try:
    try: raise eg
    except* ValueError: raise RuntimeError('new')
except ExceptionGroup as e: print(repr(e), [repr(x.__context__) for x in e.exceptions])
try:
    try: raise eg
    except* ValueError as e: raise
except ExceptionGroup as e: print(repr(e))
try:
    try: raise eg
    except* ExceptionGroup: pass
except TypeError as e: print(e)
for src in ['try: pass\nexcept* ValueError: pass\nexcept KeyError: pass', 'try: pass\nexcept*: pass', 'for x in 1:\n try: pass\n except* ValueError: break', 'def f():\n try: pass\n except* ValueError: return 1', 'try: pass\nexcept* ValueError: continue']:
    try: compile(src, 's', 'exec')
    except SyntaxError as e: print(e.msg, e.lineno)
class EG(ExceptionGroup):
    def derive(self, excs): return EG('d' + self.message, excs)
a, b = EG('x', [ValueError(1), TypeError(2)]).split(ValueError); print(repr(a), repr(b))
