# Ordinary use, mistakes and corners of doctest: find, DocTestFailure, set_unittest_reportflags, check_output.
import doctest, io, contextlib, sys, unittest

def add(a, b):
    """Add.

    >>> add(1, 2)
    3
    >>> add('a', 'b')
    'ab'
    >>> add(1, 'x')
    Traceback (most recent call last):
    TypeError: unsupported operand type(s) for +: 'int' and 'str'
    """
    return a + b

class Stack:
    """A stack.

    >>> s = Stack()
    >>> s.push(3)
    >>> s.items
    [3]
    """
    def __init__(self):
        self.items = []
    def push(self, x):
        """
        >>> Stack().push(1)
        """
        self.items.append(x)
    def nodoc(self): pass

def bad():
    """
    >>> 1 + 1
    3
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    c
    """

f = doctest.DocTestFinder()
for t in sorted(f.find(Stack, 'Stack', globs={'Stack': Stack})):
    print(t.name, len(t.examples), t.lineno is not None, str(t).replace(__file__, "FILE"))
for t in doctest.DocTestFinder(exclude_empty=False).find(Stack, 'Stack'):
    print(t.name, len(t.examples))
print([t.name for t in doctest.DocTestFinder(recurse=False).find(Stack, 'S')])
try:
    f.find(5)
except Exception as e:
    print(type(e).__name__, e)
test = f.find(add, 'add', globs={'add': add})[0]
for ex in test.examples:
    print(repr(ex.source), repr(ex.want), ex.exc_msg, ex.lineno, ex.indent, ex.options)
runner = doctest.DocTestRunner(verbose=False)
print(runner.run(test), runner.summarize(False))
badtest = f.find(bad, 'bad', globs={})[0]
out = io.StringIO()
print(doctest.DocTestRunner().run(badtest, out=out.write))
print(out.getvalue().replace(__file__, 'FILE'))
try:
    doctest.DebugRunner(verbose=False).run(f.find(bad, 'bad', globs={})[0])
except doctest.DocTestFailure as e:
    print(type(e).__name__, e.got, e.example.want, e.test.name)
def boom():
    """
    >>> {}['k']
    1
    """
try:
    doctest.DebugRunner(verbose=False).run(f.find(boom, 'boom', globs={})[0])
except doctest.UnexpectedException as e:
    print(type(e).__name__, e.exc_info[0], e.exc_info[1])
c = doctest.OutputChecker()
print(c.check_output('1\n', '1\n', 0), c.check_output('a b\n', 'a   b\n', 0), c.check_output('a b\n', 'a   b\n', doctest.NORMALIZE_WHITESPACE))
print(c.check_output('a...z\n', 'abcz\n', doctest.ELLIPSIS), c.check_output('...\n', 'anything\n', doctest.ELLIPSIS), c.check_output('1\n', 'True\n', 0), c.check_output('1\n', 'True\n', doctest.DONT_ACCEPT_TRUE_FOR_1))
print(c.check_output('a\n<BLANKLINE>\nb\n', 'a\n\nb\n', 0), c.check_output('True\n', '1\n', 0))
print(c.output_difference(doctest.Example('x', 'a\nb\n'), 'a\nc\n', doctest.REPORT_NDIFF))
print(c.output_difference(doctest.Example('x', 'a\nb\nc\n'), 'a\nc\nd\n', doctest.REPORT_UDIFF))
print(c.output_difference(doctest.Example('x', ''), 'a\n', 0), c.output_difference(doctest.Example('x', 'a'), '', 0))
old = doctest.set_unittest_reportflags(doctest.REPORT_NDIFF)
print(old, doctest.set_unittest_reportflags(old) == doctest.REPORT_NDIFF)
try:
    doctest.set_unittest_reportflags(doctest.ELLIPSIS)
except ValueError as e:
    print(e)
try:
    doctest.DocTestParser().parse('>>> 1\n  x\n>>>2\n')
except ValueError as e:
    print(e)
s = doctest.DocTestSuite(optionflags=0)
r = unittest.TestResult()
s.run(r)
print(r.testsRun, len(r.failures), [str(t) for t, _ in r.failures])
