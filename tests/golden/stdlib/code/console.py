# A prompt of a program's own: commands over several lines, errors, interruptions, __future__ statements that stay in force.
import code, sys
class C(code.InteractiveConsole):
    def __init__(self, lines): super().__init__({'x': 1}); self.lines = iter(lines)
    def raw_input(self, prompt=''):
        try: line = next(self.lines)
        except StopIteration: raise EOFError
        if line is KeyboardInterrupt: raise KeyboardInterrupt
        print(prompt + line); return line
    def write(self, data): print(data, end='')
c = C(['x', 'def f(a):', '    return a*2', '', 'f(21)', 'if x:', '  print("yes")', 'else:', '  print("no")', '', '1/0', 'print(', '1', ')', 'a b', KeyboardInterrupt, 'for i in range(2):', KeyboardInterrupt, 'y = [', '1,', ']', 'y', '"""a', 'b"""', '@deco', 'def g(): pass', '', 'class A:', '  z = 3', '', 'A.z', 'x = 1 +', 'import sys; sys.ps1', '_', 'from __future__ import annotations', 'def h(q: undefined): pass', '', 'h.__annotations__', '# comment', '', 'x; x'])
c.interact(banner='hello', exitmsg='bye')
C(['1']).interact(banner='')
i = code.InteractiveInterpreter()
print(i.runsource('a = 5'), i.locals['a'], i.runsource('if a:'), i.runsource('a +', '<t>', 'eval') if 0 else '')
code.interact('b', lambda p: (_ for _ in ()).throw(EOFError), {}, '')
try: C(['raise SystemExit(3)']).interact('')
except SystemExit as e: print('exit', e.code)
