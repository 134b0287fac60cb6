# Ordinary use, mistakes and corners of unittest: assert_, failUnlessAlmostEqual, assertNotRegexpMatches.
import unittest, warnings; warnings.simplefilter('ignore')

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class T(unittest.TestCase):
    def runTest(self): pass
t = T()
def c(name, *a, **k):
    try: print(name, a, getattr(t, name)(*a, **k))
    except AssertionError as e: print(name, a, 'FAIL:', e)
    except Exception as e: print(name, a, type(e).__name__, e)
c('assert_', True); c('assert_', 0); c('assert_', [], 'empty'); c('assert_'); c('failUnlessAlmostEqual', 1, 1.00000001); c('failUnlessAlmostEqual', 1, 1.1); c('failUnlessAlmostEqual', 1, 1.1, 0); c('failUnlessAlmostEqual', 1, 5, delta=3); c('failUnlessAlmostEqual', 'a', 'b'); c('failUnlessAlmostEqual', 1, 2, msg='m'); c('assertNotRegexpMatches', 'abc', 'x'); c('assertNotRegexpMatches', 'abc', 'b'); c('assertNotRegexpMatches', 'abc', '(', 'm'); c('assertNotRegexpMatches', 5, 'x'); c('assertNotRegexpMatches', 'abc'); c('assertEqual', 1, 1.0); c('assertEqual', [1, 2, 3], [1, 3]); c('assertEqual', 'x', 'y', 'custom'); c('assertIn', 'a', 'abc'); c('assertGreaterEqual', 1, 2); c('assertLess', 'b', 'a'); c('assertCountEqual', 'ab', 'ba'); c('assertCountEqual', [1], [1, 1]); c('assertIsInstance', 5, int); c('assertNotIsInstance', 5, int); c('assertRegex', 'abc', '^b'); c('assertTrue', ''); c('assertIsNone', 0); c('assertAlmostEqual', 1.0, 1.0004, places=3); c('assertAlmostEqual', 1.0, 1.001, places=3); c('assertMultiLineEqual', 'a\nb\n', 'a\nc\n'); c('assertDictEqual', {'a': 1}, {'a': 1, 'b': 2}); c('assertSetEqual', {1}, {2}); c('assertTupleEqual', (1,), (2,)); c('skipTest', 'why'); c('fail', 'x')
with t.assertRaises(ValueError) as cm: int('z')
print(cm.exception, cm.expected); 
with t.assertRaisesRegex(ValueError, 'inv.lid'): int('z')
try:
    with t.assertRaises(ValueError, msg='my msg'): pass
except AssertionError as e: print(e)
with t.assertLogs('lg', 'INFO') as lc: import logging; logging.getLogger('lg').info('hello %s', 1)
print(lc.output, lc.records[0].args)
try:
    with t.assertLogs('lg', level='ERROR'): logging.getLogger('lg').info('x')
except AssertionError as e: print(e)
with t.assertNoLogs('lg'): pass
try:
    with t.assertNoLogs('lg', 'INFO'): logging.getLogger('lg').error('oops')
except AssertionError as e: print(e)
with t.assertWarns(DeprecationWarning) as w: warnings.warn('old', DeprecationWarning)
print(w.warning, w.lineno > 0)
