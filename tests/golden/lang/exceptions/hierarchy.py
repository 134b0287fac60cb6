# The tree of the common exceptions.
import builtins
names = """BaseException Exception ArithmeticError FloatingPointError OverflowError ZeroDivisionError AssertionError AttributeError
BufferError EOFError ImportError ModuleNotFoundError LookupError IndexError KeyError MemoryError NameError UnboundLocalError OSError
BlockingIOError ConnectionError BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError FileExistsError
FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError RuntimeError
NotImplementedError RecursionError StopAsyncIteration StopIteration SyntaxError IndentationError TabError SystemError TypeError
ValueError UnicodeError UnicodeDecodeError UnicodeEncodeError Warning DeprecationWarning UserWarning RuntimeWarning GeneratorExit
KeyboardInterrupt SystemExit BaseExceptionGroup ExceptionGroup""".split()
for n in names:
  c = getattr(builtins, n)
  print("  " * (len(c.__mro__) - 2) + n, "<", ", ".join(b.__name__ for b in c.__bases__))
print(IOError is OSError, EnvironmentError is OSError)
