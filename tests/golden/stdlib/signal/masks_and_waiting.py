# Blocked signals, and waiting for them.
import os
import signal

print(signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2}))
os.kill(os.getpid(), signal.SIGUSR2)
print(signal.sigpending(), repr(signal.sigwait({signal.SIGUSR2})), signal.sigpending())
os.kill(os.getpid(), signal.SIGUSR2)
info = signal.sigwaitinfo([signal.SIGUSR2])
print(info.si_signo == signal.SIGUSR2, info.si_pid == os.getpid(), info.si_code, type(info).__name__)
print(signal.sigtimedwait([signal.SIGUSR2], 0.001))
log = []
signal.signal(signal.SIGUSR2, lambda *args: log.append("handled"))
os.kill(os.getpid(), signal.SIGUSR2)
print(log)
print(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR2]), log)
for call in (lambda: signal.sigtimedwait([1], -1), lambda: signal.pthread_sigmask(99, []), lambda: signal.pthread_sigmask(signal.SIG_BLOCK, [999])):
    try:
        call()
    except (ValueError, OSError) as error:
        print(type(error).__name__, error)
