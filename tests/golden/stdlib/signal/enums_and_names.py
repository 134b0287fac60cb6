# Signals as enumerations, and their descriptions.
import signal

print(signal.SIGINT, repr(signal.SIGINT), repr(signal.SIGCLD), signal.Signals(9).name, repr(signal.SIG_IGN), repr(signal.SIG_SETMASK))
print(signal.strsignal(9), signal.strsignal(signal.SIGTERM), signal.SIGINT in signal.valid_signals(), len(signal.valid_signals()))
print(signal.NSIG, signal.SIGRTMIN.value, signal.SIGRTMAX.value, signal.ItimerError.__mro__[1].__name__)
print([name for name in ("SIGHUP", "SIGCHLD", "SIGWINCH", "SIGPOLL", "SIGSTKFLT") if isinstance(getattr(signal, name), signal.Signals)])
try:
    signal.strsignal(99)
except ValueError as error:
    print(error)

# What the interpreter ignores: the error comes from write().
print(signal.getsignal(signal.SIGPIPE), signal.getsignal(signal.SIGXFSZ))
