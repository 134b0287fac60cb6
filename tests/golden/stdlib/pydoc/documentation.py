# What help() prints as text: of functions, classes, values, names; modules; pydoc's helpers.
import collections
import inspect
import io
import pydoc
import sys

__version__ = "1.2"
__author__ = "Ann"
NAMES = ["a", "b"] * 20
def f(x: int = 3, *, why="because") -> str:
  """Does f.

  More.
  """
class A:
  "Class A."
  def m(self): "method m"
  x = property(lambda self: 1, doc="the x")
  def __repr__(self): return "A-object" * 40
print(pydoc.render_doc(f))
print(repr(pydoc.render_doc(f)))
print(pydoc.plain(pydoc.render_doc(A, 'Title %s!')))
print(pydoc.render_doc(A(), renderer=pydoc.plaintext))
print(pydoc.render_doc(3 .__add__, renderer=pydoc.plaintext).split('\n')[0])
print(pydoc.getdoc(f), pydoc.getdoc(A), repr(pydoc.getdoc(3)), repr(pydoc.getdoc(A())), pydoc.getdoc(A.x))
print(pydoc.locate('os.path.join').__name__, pydoc.locate('int'), pydoc.locate('nope.x'), pydoc.locate('str.upper'), pydoc.locate('collections.OrderedDict'), pydoc.locate('os.nothing'))
print(pydoc.splitdoc('a\n\nb\nc'), pydoc.splitdoc('a\nb'), pydoc.splitdoc('x'), pydoc.cram('abcdefghij', 7), pydoc.cram('abc', 7), pydoc.stripid('<x at 0x7f0000000000>'))
print(pydoc.describe(pydoc), pydoc.describe(f), pydoc.describe(len), pydoc.describe(A().m), pydoc.describe(A), pydoc.describe(5), pydoc.describe([].append))
print(pydoc.resolve('len'), pydoc.resolve(f)[1], pydoc.resolve(5), pydoc.isdata(3), pydoc.isdata(f), pydoc.classname(A, '__main__'), pydoc.classname(A, 'x'), pydoc.visiblename('_x'), pydoc.visiblename('__x__'), pydoc.visiblename('y', ['z']), pydoc.replace('abc', 'a', '1', 'c', '3'))
for bad in (lambda: pydoc.render_doc('no.such'), lambda: pydoc.resolve('qqq')):
  try:
    bad()
  except Exception as e:
    print(type(e).__name__, e)
pydoc.doc(f)
pydoc.doc('no_such')
pydoc.pager('text\n')
pydoc.plainpager('a\x08a\n')
o = io.StringIO()
pydoc.doc(f, output=o)
print(o.getvalue())
h = pydoc.Helper(io.StringIO('f\nlen\n"q"\nhelp\nkeywords\nTrue.real\nq\n'), o2 := io.StringIO())
h(f)
print(o2.getvalue())
print(pydoc.text.bold('ab') == 'a\x08ab\x08b', pydoc.plaintext.indent('a\n\nb'), pydoc.plaintext.section('T', 'c\nd'), pydoc.plaintext.repr('\\a' * 60), pydoc.plaintext.repr(list(range(50))))
print(pydoc.plaintext.docother(42, 'n'), pydoc.plaintext.document(f, 'other'), pydoc.plaintext.document(lambda a: 1, 'la'))
class D(A):
  "d"
  def n(self): pass
print(pydoc.plaintext.formattree(inspect.getclasstree([A, D]), '__main__'))
print(list(pydoc.allmethods(D))[-3:], 'm' in pydoc.allmethods(D))
shown = pydoc.render_doc(sys.modules[__name__], renderer=pydoc.plaintext)
print(shown[:shown.index("\nFILE")])
help("collections.no_such")
help("no_such")
print(pydoc.render_doc("pydoc", renderer=pydoc.plaintext).splitlines()[0])
