# Ordinary use, mistakes and corners of unittest: loadTestsFromName, assertNotAlmostEquals, assertNotIn, assertIsInstance.
import unittest, sys, types

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class A(unittest.TestCase):
    def test_one(self): self.assertIsInstance(1, int); self.assertNotIn(1, [2]); self.assertNotAlmostEqual(1.0, 1.1)
    def test_two(self): pass
    @unittest.skipIf(True, 'reason here')
    def test_skip(self): pass
    @unittest.skipUnless(True, 'x')
    def test_run(self): pass
def factory(): return A('test_one')
def bad(): return 5
mod = types.ModuleType('fakemod'); mod.A = A; mod.factory = factory; mod.bad = bad; mod.notest = 5
sys.modules['fakemod'] = mod
L = unittest.TestLoader()
print(L.loadTestsFromName('fakemod.A.test_one'), L.loadTestsFromName('fakemod.A').countTestCases(), L.loadTestsFromName('fakemod').countTestCases(), L.loadTestsFromName('fakemod.factory'), L.loadTestsFromName('A.test_two', mod))
err(L.loadTestsFromName, 'fakemod.bad')
err(L.loadTestsFromName, 'fakemod.notest')
for bad_name in ('fakemod.Nope', 'fakemod.A.test_nope', 'nomod_x.y', 'fakemod.A.test_one.z'):
    s = L.loadTestsFromName(bad_name)
    r = unittest.TestResult(); s.run(r)
    print(r.testsRun, [e[1].strip().splitlines()[-1] for e in r.errors], [t.id() for t, _ in r.errors])
print(len(L.errors), L.loadTestsFromNames(['fakemod.A', 'fakemod.factory']).countTestCases(), L.testMethodPrefix, L.getTestCaseNames(A))
class C(unittest.TestCase):
    def runTest(self): pass
c = C()
def t(name, *a, **k):
    try: print(name, 'ok', getattr(c, name)(*a, **k))
    except AssertionError as e: print(name, 'FAIL', e)
    except Exception as e: print(name, type(e).__name__, e)
t('assertNotAlmostEqual', 1.0, 1.00000001); t('assertNotAlmostEqual', 1, 2, delta=5); t('assertNotAlmostEqual', 1, 1); t('assertNotAlmostEqual', 1, 2, places=1, delta=1)
t('assertAlmostEqual', 1, 1.1); t('assertAlmostEqual', 1, 1.1, places=0); t('assertAlmostEqual', 1, 3, delta=1); t('assertAlmostEqual', 'a', 'b')
t('assertNotIn', 1, [1]); t('assertNotIn', 'a', 'abc', 'msg'); t('assertNotIn', 1, 5); t('assertIn', 9, [1])
t('assertIsInstance', 1, str); t('assertIsInstance', 1, (str, bytes), 'why'); t('assertIsInstance', 1, 'x'); t('assertNotIsInstance', 1, int)
t('assertEqual', {'a': 1}, {'a': 2}); t('assertEqual', (1, 2), (1, 3)); t('assertEqual', {1, 2}, {2, 3}); t('assertEqual', 'abc\ndef', 'abc\ndeg'); t('assertEqual', 1, 2)
t('assertTrue', 0); t('assertFalse', [1]); t('assertIs', 1, 2); t('assertIsNot', None, None); t('assertIsNone', 5); t('assertIsNotNone', None); t('assertGreater', 1, 2); t('assertLessEqual', 3, 2); t('assertCountEqual', [1, 2, 2], [2, 1]); t('assertRegex', 'abc', 'x+'); t('assertNotRegex', 'abc', 'b'); t('assertSequenceEqual', [1], (2,)); t('assertListEqual', [1], (1,)); t('assertDictEqual', {}, []); t('assertMultiLineEqual', 'a', 5); t('assertTupleEqual', (1,), (1, 2)); t('assertSetEqual', {1}, [1])
t('assertRaises', ValueError, int, 'x'); t('assertRaises', ValueError, int, '1'); t('assertRaises', 5); t('assertRaisesRegex', ValueError, 'zzz', int, 'x'); t('assertWarns', UserWarning, lambda: 1); t('fail', 'boo'); t('fail')
class Pt:
    def __init__(s, x): s.x = x
    def __eq__(s, o): return s.x == o.x
def eq(a, b, msg=None):
    if a.x != b.x: raise c.failureException(msg or f'points {a.x} {b.x}')
c.addTypeEqualityFunc(Pt, eq); t('assertEqual', Pt(1), Pt(2)); t('assertEqual', Pt(1), Pt(1)); c.addTypeEqualityFunc(int, 'assertListEqual'); t('assertEqual', 1, 1)
r = unittest.TestResult(); r.addSkip(c, 'because'); r.addExpectedFailure(c, (ValueError, ValueError(1), None)); r.addUnexpectedSuccess(c); r.addSuccess(c); r.startTest(c); r.stopTest(c)
print(r, r.skipped[0][1], r.wasSuccessful(), len(r.expectedFailures), len(r.unexpectedSuccesses), c.id(), c.shortDescription(), c, repr(c), c.countTestCases())
with c.assertRaises(KeyError) as cm: {}['k']
print(repr(cm.exception)); c.longMessage = False; t('assertEqual', 1, 2, 'only this'); c.maxDiff = 5; t('assertEqual', 'a' * 50 + '\n', 'b' * 50 + '\n')
