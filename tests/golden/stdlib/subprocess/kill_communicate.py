# Ordinary use, mistakes and corners of subprocess: kill, communicate, check_output, getoutput.
import subprocess as s, sys, os, signal, time

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(s.check_output(['echo', 'hi']), s.check_output('echo a; echo b >&2', shell=True, stderr=s.STDOUT, text=True), s.check_output(['cat'], input=b'in'), s.check_output(['cat'], input='té', encoding='utf-8'), s.getoutput('echo out; echo err >&2'), s.getstatusoutput('exit 3'), s.getstatusoutput('echo x'), s.getoutput('false'), s.getstatusoutput('kill -9 $$'))
for a, k in [((['false'],), {}), ((['sh', '-c', 'echo part; exit 5'],), {}), ((['sleep', '5'],), {'timeout': 0.05}), ((['no-such-cmd'],), {}), (('no such cmd',), {}), (('nosuch_zz',), {'shell': True, 'stderr': s.DEVNULL}), ((['echo'],), {'stdout': 1}), ((['echo', 5],), {}), (([],), {}), (('',), {}), ((5,), {}), ((['cat'],), {'input': b'x', 'stdin': s.PIPE}), ((['echo'],), {'bogus': 1}), ((['echo', 'a\0b'],), {}), ((['echo'],), {'cwd': '/no/such'}), ((['cat'],), {'input': 'str'}), ((['sh', '-c', 'kill -TERM $$'],), {}), ((['echo'],), {'env': {'A': 5}}), ((['echo'],), {'env': 5}), ((['/etc'],), {}), ((['/etc/passwd'],), {}), ((), {})]:
    try: print(s.check_output(*a, **k))
    except s.CalledProcessError as e: print(repr(e), e.returncode, e.output, e.stderr, e)
    except s.TimeoutExpired as e: print(repr(e), e, e.cmd, e.timeout)
    except Exception as e: print(type(e).__name__, e)
p = s.Popen(['cat'], stdin=s.PIPE, stdout=s.PIPE); print(p.poll(), p.communicate(b'data'), p.returncode, p.poll(), p.wait(), p.args, p.stdin.closed); err(p.communicate); err(p.communicate, b'x') ; print(p.kill(), p.terminate(), p.send_signal(9))
p = s.Popen(['sleep', '10']); print(p.returncode, p.kill(), p.wait(), p.returncode, p.pid > 0); p = s.Popen(['sleep', '10']); p.terminate(); print(p.wait(5)); p = s.Popen(['sleep', '10']); err(p.wait, 0.01); p.send_signal(signal.SIGINT); print(p.wait()); err(p.send_signal); err(p.wait, 'x') if 0 else None
p = s.Popen('read x; echo got $x; echo e >&2', shell=True, stdin=s.PIPE, stdout=s.PIPE, stderr=s.PIPE, text=True, bufsize=1); p.stdin.write('line\n'); p.stdin.flush(); print(p.stdout.readline(), p.communicate(), p.universal_newlines if hasattr(p, 'universal_newlines') else '')
with s.Popen(['sh', '-c', 'echo $V; pwd'], stdout=s.PIPE, env={'V': 'env', 'PATH': os.environ['PATH']}, cwd='/', text=True) as p: print(p.stdout.read(), repr(p)[:20])
print(p.returncode, p.stdout.closed, repr(p)); r = s.run(['sh', '-c', 'echo o; echo e >&2; exit 2'], capture_output=True, text=True); print(r, r.returncode, r.stdout, r.stderr); err(r.check_returncode); err(s.run, ['echo'], capture_output=True, stdout=s.PIPE); err(s.run, ['false'], check=True); err(s.run); print(s.call(['true']), s.call('exit 4', shell=True), s.check_call(['true'])); err(s.check_call, ['false']); err(s.call, ['sleep', '1'], timeout=0.01); err(s.Popen, ['echo'], stdin=99999); err(s.Popen, ['echo'], bufsize='x'); err(s.Popen, ['echo'], text=True, universal_newlines=False); err(s.Popen, ['echo'], preexec_fn=5); err(s.Popen, ['echo'], pass_fds=[0], close_fds=False) if 0 else None; print(s.list2cmdline(['a b', 'c"d', '', 'e\\']), s.DEVNULL, s.PIPE, s.STDOUT, issubclass(s.TimeoutExpired, s.SubprocessError), s.CompletedProcess(['x'], 0), s.CalledProcessError(-9, 'c'), s.CalledProcessError(-999, 'c'), s.CalledProcessError(5, ['a', 'b']), s.TimeoutExpired('c', 1.5, b'o').stdout)
p1 = s.Popen(['echo', 'pipe me'], stdout=s.PIPE); p2 = s.Popen(['tr', 'a-z', 'A-Z'], stdin=p1.stdout, stdout=s.PIPE); p1.stdout.close(); print(p2.communicate()[0], p1.wait()); print(s.run(['cat'], stdin=open('/dev/null'), stdout=s.PIPE).stdout, s.run('echo $0 $1', shell=True, stdout=s.PIPE, executable='/bin/sh').stdout, s.run(['echo', 'é'], stdout=s.PIPE, encoding='utf-8').stdout, s.run([b'echo', b'bytes'], capture_output=True).stdout, s.run(['sh', '-c', 'printf "a\\r\\nb"'], capture_output=True, text=True).stdout.splitlines(), s.run(['printf', '\\377'], capture_output=True, text=True, errors='replace').stdout)
