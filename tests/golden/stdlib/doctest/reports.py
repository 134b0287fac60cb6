# Functions of doctest that the other tests do not use: reports.
import doctest, io, os, sys, tempfile, unittest, contextlib

class Loud(doctest.DocTestRunner):
    def report_start(self, out, test, example): out(f"start {example.source}")
    def report_success(self, out, test, example, got): out(f"success {got!r}\n")
    def report_failure(self, out, test, example, got): out(f"failure {got!r}\n")
    def report_unexpected_exception(self, out, test, example, exc_info): out(f"unexpected {exc_info[1]!r}\n")
test = doctest.DocTestParser().get_doctest(">>> 1 + 1\n2\n>>> 2\n3\n>>> 1 / 0\n1\n", {}, "t", "file", 0)
print(isinstance(test, doctest.DocTest), Loud().run(test, out=sys.stdout.write))
class Debug(doctest.DebugRunner):
    def report_failure(self, out, test, example, got): print("first failure", got)
    def report_unexpected_exception(self, out, test, example, exc_info): print("exception", exc_info[1])
print(Debug().run(doctest.DocTestParser().get_doctest(">>> 2\n3\n>>> 1 / 0\n", {}, "t", "f", 0)))
flag = doctest.register_optionflag("OWN_FLAG"); print(flag == doctest.register_optionflag("OWN_FLAG"), doctest.OPTIONFLAGS_BY_NAME["OWN_FLAG"] == flag)
with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False) as f: f.write("Text\n>>> x = 5\n>>> x\n5\n>>> y\n6\n")
print(doctest.testfile(f.name, module_relative=False, globs={"y": 6}))
suite = doctest.DocFileSuite(f.name, module_relative=False, globs={"y": 6}); result = unittest.TestResult(); suite.run(result); print(result.testsRun, len(result.failures)); os.unlink(f.name)
class M:
    """
    >>> M.x
    1
    """
    x = 1
print(doctest.testsource(sys.modules["__main__"], "__main__.M"))
try: doctest.testfile("/no/such", module_relative=False)
except OSError as e: print(e)
