# Ordinary use, mistakes and corners of signal: signal, sigpending, sigwaitinfo.
import signal, os, time, threading, socket

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(signal.SIGINT, repr(signal.SIGTERM), signal.Signals(9), signal.Signals['SIGHUP'].value, signal.strsignal(15), signal.strsignal(11), isinstance(signal.SIGUSR1, int), signal.Signals.SIGKILL.name, signal.Handlers.SIG_DFL, repr(signal.getsignal(signal.SIGINT)) [:10])
got = []
old = signal.signal(signal.SIGUSR1, lambda n, f: got.append((signal.Signals(n).name, f is not None)))
print(old, os.kill(os.getpid(), signal.SIGUSR1), got, callable(signal.getsignal(signal.SIGUSR1)))
signal.raise_signal(signal.SIGUSR1); print(got)

a, b = socket.socketpair(); a.setblocking(False); print(signal.set_wakeup_fd(a.fileno(), warn_on_full_buffer=False)); signal.raise_signal(signal.SIGUSR1); print(b.recv(10), signal.set_wakeup_fd(-1) == a.fileno(), signal.set_wakeup_fd(-1))
err(signal.set_wakeup_fd, 'x'); err(signal.set_wakeup_fd); err(signal.set_wakeup_fd, 9999); b.setblocking(True); err(signal.set_wakeup_fd, b.fileno()); err(signal.set_wakeup_fd, -1, warn_on_full_buffer='x') 
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGWINCH]); os.kill(os.getpid(), signal.SIGWINCH); print(signal.sigpending(), signal.sigwait([signal.SIGWINCH]), repr(signal.sigwait) [:9], signal.sigpending())
os.kill(os.getpid(), signal.SIGWINCH); i = signal.sigwaitinfo({signal.SIGWINCH}); print(i.si_signo, i.si_pid == os.getpid(), type(i).__name__, signal.sigtimedwait([signal.SIGWINCH], 0.01)); print(signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGWINCH}))
err(signal.sigwait); err(signal.sigwait, 5); err(signal.sigwait, [0]); err(signal.sigwait, ['x']); err(signal.sigwait, [999]); err(signal.sigtimedwait, [10], -1); err(signal.sigtimedwait, [10]); err(signal.pause, 1); err(signal.Signals, 999); err(signal.Signals, 'SIGINT'); err(lambda: signal.Signals['NOPE']); err(signal.pthread_sigmask, 99, []); err(signal.pthread_sigmask, 0); err(signal.pthread_sigmask, 0, [99])
err(signal.signal, 999, signal.SIG_DFL); err(signal.signal, signal.SIGKILL, signal.SIG_IGN); err(signal.signal, signal.SIGUSR1, 5); err(signal.signal, signal.SIGUSR1, None); err(signal.signal, 'x', print); err(signal.signal, 1); err(signal.getsignal, 999); err(signal.raise_signal, 999); err(signal.raise_signal, 'x'); err(signal.strsignal, 999); err(signal.strsignal, 'x'); err(signal.alarm, 'x'); err(signal.setitimer, 9, 1); err(signal.setitimer, 0, -1); err(signal.getitimer, 9); err(signal.siginterrupt, 999, True); err(signal.pthread_kill, threading.get_ident(), 999)
signal.signal(signal.SIGALRM, lambda n, f: got.append('alarm')); print(signal.alarm(5), signal.alarm(0), signal.setitimer(signal.ITIMER_REAL, 0.02), signal.getitimer(signal.ITIMER_REAL)[1]); time.sleep(0.06); print(got[-1], signal.setitimer(signal.ITIMER_REAL, 0))
def boom(n, f): raise RuntimeError('from handler')
signal.signal(signal.SIGUSR1, boom); err(signal.raise_signal, signal.SIGUSR1); signal.signal(signal.SIGUSR1, signal.SIG_IGN); signal.raise_signal(signal.SIGUSR1); print(signal.getsignal(signal.SIGUSR1), signal.signal(signal.SIGUSR1, old))
t = threading.Thread(target=lambda: err(signal.signal, signal.SIGUSR1, print)); t.start(); t.join(); t = threading.Thread(target=lambda: err(signal.set_wakeup_fd, -1)); t.start(); t.join()
signal.signal(signal.SIGINT, signal.default_int_handler)
try: signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as e: print(repr(e))
print(signal.NSIG, len(signal.valid_signals()) > 60, signal.SIGRTMIN in signal.valid_signals(), signal.ITIMER_VIRTUAL, issubclass(signal.ItimerError, OSError), signal.SIG_BLOCK, signal.Sigmasks(1), signal.struct_siginfo.n_fields, signal.pthread_kill(threading.get_ident(), 0), signal.siginterrupt(signal.SIGUSR1, False))
