# The messages of failing assertions.
import unittest


class Check(unittest.TestCase):
  def runTest(self):
    pass


t = Check()
for fail in (lambda: t.assertTrue(0), lambda: t.assertFalse([1]), lambda: t.assertEqual(1, 2), lambda: t.assertNotEqual(1, 1),
             lambda: t.assertIs(1, "a"), lambda: t.assertIsNot(None, None), lambda: t.assertIsNone(3), lambda: t.assertIsNotNone(None),
             lambda: t.assertIn(3, [1]), lambda: t.assertNotIn(1, [1]), lambda: t.assertIsInstance(1, str), lambda: t.assertNotIsInstance(1, int),
             lambda: t.assertAlmostEqual(1, 1.1), lambda: t.assertAlmostEqual(1, 2, delta=0.5), lambda: t.assertNotAlmostEqual(1, 1.00000001),
             lambda: t.assertGreater(1, 2), lambda: t.assertGreaterEqual(1, 2), lambda: t.assertLess(2, 1), lambda: t.assertLessEqual(2, 1),
             lambda: t.assertCountEqual([1, 1, 2], [1, 2, 2]), lambda: t.assertCountEqual([[1], [2]], [[1]]),
             lambda: t.assertSetEqual({1}, {2}), lambda: t.assertEqual(10**90, 10**90 + 1), lambda: t.assertRaises(ValueError, int, "3"),
             lambda: t.assertRaises(3), lambda: t.assertRaises(ValueError, wrong=1), lambda: t.fail(), lambda: t.fail("said"),
             lambda: t.assertEqual(1, 2, "and more"), lambda: t.assertAlmostEqual(1, 2, places=1, delta=1)):
  try:
    fail()
  except (AssertionError, TypeError) as error:
    print(type(error).__name__, error)
t.longMessage = False
try:
  t.assertEqual(1, 2, "only this")
except AssertionError as error:
  print(error)
t.addTypeEqualityFunc(int, lambda first, second, msg=None: print("comparing", first, second))
t.assertEqual(1, 2)
