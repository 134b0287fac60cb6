# Functions of unittest that the other tests do not use: old and rare.
import contextlib, io, os, shutil, sys, tempfile, types, unittest, warnings

class Case(unittest.TestCase):
    def runTest(self): pass
case = Case()
def shown(name, *args, **kw):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try: result = getattr(case, name)(*args, **kw)
        except AssertionError as e: result = f"AssertionError: {e}"
        print(name, result, [f"{w.category.__name__}: {w.message}" for w in seen])
for name, args in [("failUnlessEqual", (1, 2)), ("assertEquals", (1, 1)), ("failIfEqual", (1, 1)), ("assertNotEquals", (1, 2)), ("failUnlessAlmostEqual", (1, 2)), ("assertAlmostEquals", (1, 1)), ("failIfAlmostEqual", (1, 1)), ("assertNotAlmostEquals", (1, 2)), ("failUnless", (0,)), ("assert_", (1,)), ("failUnlessRaises", (ValueError, int, "x")), ("failIf", (1,)), ("assertRaisesRegexp", (ValueError, "invalid", int, "x")), ("assertRegexpMatches", ("abc", "b")), ("assertNotRegexpMatches", ("abc", "b")), ("assertDictContainsSubset", ({"a": 1}, {"a": 2})), ("assertDictContainsSubset", ({"b": 1}, {"a": 2}))]:
    shown(name, *args)
shown("assertWarnsRegex", UserWarning, "he.*o", warnings.warn, "hello"); shown("assertWarnsRegex", UserWarning, "xyz", warnings.warn, "hello")
class Entered:
    def __init__(self, name): self.name = name
    def __enter__(self): print("enter", self.name); return self
    def __exit__(self, *exc): print("exit", self.name)
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print(cls.enterClassContext(Entered("class")).name); cls.addClassCleanup(print, "class cleanup")
    def test_a(self): self.enterContext(Entered("test")); self.addCleanup(print, "cleanup"); print(self.doCleanups(), self.defaultTestResult())
    def test_skip(self): raise unittest.SkipTest("not now")
    def test_fail(self):
        with self.subTest(i=1): self.fail("sub")
        1 / 0
def setUpModule(): unittest.enterModuleContext(Entered("module"))
class Result(unittest.TextTestResult):
    def addSubTest(self, test, subtest, err): super().addSubTest(test, subtest, err); print("sub", subtest.id().rpartition(".")[2], bool(err))
    def addError(self, test, err): super().addError(test, err); print("error", err[1])
    def addFailure(self, test, err): super().addFailure(test, err); print("failure", err[1])
    def startTestRun(self): print("run begins")
    def stopTestRun(self): print("run ends")
stream = io.StringIO()
class Runner(unittest.TextTestRunner): resultclass = Result
result = Runner(stream=stream, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
import re
print(re.sub(r"in \d+\.\d+s", "in Ns", re.sub(r'File ".*?"', "File", stream.getvalue()))); print(result, result.getDescription(T("test_a")), result.printErrors(), result.printErrorList("KIND", []))
print(T.doClassCleanups(), unittest.doModuleCleanups())
out = io.StringIO(); text = unittest.TextTestResult(unittest.runner._WritelnDecorator(out), True, 1); text.startTest(case); text.addSuccess(case); text.addSkip(case, "r"); text.addExpectedFailure(case, (ValueError, ValueError(), None)); text.addUnexpectedSuccess(case); text.printErrors(); print(out.getvalue())
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    module = types.ModuleType("fake"); module.T = T; T.__module__ = "fake"
    print(unittest.makeSuite(T).countTestCases(), unittest.findTestCases(module).countTestCases(), unittest.getTestCaseNames(T, "test_s"), unittest.makeSuite(T, "test_a", suiteClass=list)[0].id())
loader = unittest.TestLoader(); loader.suiteClass = list; print(type(loader.loadTestsFromTestCase(T)).__name__)
folder = tempfile.mkdtemp()
with open(os.path.join(folder, "test_found.py"), "w") as f: f.write("import unittest\nclass F(unittest.TestCase):\n    def test_it(self): pass\n")
with open(os.path.join(folder, "test_broken.py"), "w") as f: f.write("import nothing_here\n")
suite = unittest.TestLoader().discover(folder); r = unittest.TestResult(); suite.run(r); print(r.testsRun, [e[0].id() for e in r.errors], r.errors[0][1].strip().splitlines()[-1])
for wrong in (lambda: unittest.TestLoader().discover("/no/such"), lambda: unittest.TestLoader().discover(folder, top_level_dir="/usr")):
    try: print(wrong().countTestCases())
    except Exception as e: print(type(e).__name__, str(e).replace(folder, "FOLDER"))
class Main(unittest.main):
    def parseArgs(self, argv): print("args", argv[1:]); super().parseArgs(argv)
    def createTests(self, *args, **kw): print("create"); super().createTests(*args, **kw)
    def runTests(self): print("run", self.test.countTestCases(), self.verbosity, self.failfast); super().runTests() if False else None
    def usageExit(self, msg=None): print("usage", msg); raise SystemExit(2)
sys.modules["fake"] = module; m = Main(module="fake", argv=["prog", "-v", "T.test_a"], exit=False); print(m.testNames)
print(unittest.installHandler(), unittest.registerResult(r), unittest.removeResult(r), unittest.removeHandler()); shutil.rmtree(folder)
