# Ordinary use, mistakes and corners of platform: architecture, python_compiler, python_revision, java_ver.
import platform, sys

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(platform.architecture()[0], platform.python_compiler().startswith('GCC'), repr(platform.python_revision()), platform.java_ver(), platform.java_ver('Rel', 'Ven', ('n', 'r', 'v'), ('o', 'x', 'a')))
print(platform.architecture(executable=sys.executable, bits='99bit')[0] in ('64bit', '99bit'), platform.python_version() == '.'.join(platform.python_version_tuple()), platform.python_branch(), platform.python_version_tuple()[:2])
for f in (platform.python_compiler, platform.python_revision, platform.python_branch, platform.python_build, platform.python_version, platform.python_implementation, platform.system, platform.machine, platform.node, platform.release, platform.version, platform.processor, platform.uname): err(f, 1)
err(platform.architecture, 1, 2, 3, 4); err(platform.java_ver, bogus=1); err(platform.java_ver, 1, 2, 3, 4, 5); err(platform.system_alias, 1); err(platform.platform, bogus=1); err(platform.win32_ver, bogus=1); err(platform.mac_ver, 1, 2, 3, 4); err(platform.libc_ver, bogus=1)
print(type(platform.python_build()).__name__, platform.mac_ver('r', ('a', 'b', 'c'), 'm'), platform.win32_ver('r'), platform.system_alias('Linux', '1', '2'), platform.system_alias('SunOS', '5.4', 'v'), platform.system_alias('Windows', 'x', 'y'), platform.libc_ver()[0], platform.uname().system, platform.uname()[0:2][0], platform.uname().processor == platform.processor(), platform.system() == 'Linux')
u = platform.uname(); print(u._replace(node='n').node, u._asdict()['node'] == u.node, sorted(u._asdict()), [f for f in u._fields], u == u._replace(), u != 5, isinstance(u, tuple), hash(u) is not None if 0 else '', len(list(u))); err(u._replace, zz=1); err(lambda: u.nope); err(lambda: u[9])
import pickle, copy; print(pickle.loads(pickle.dumps(u)) == u, copy.copy(u) == u, repr(u).startswith("uname_result(system='Linux', node="))
