# Ordinary use, mistakes and corners of platform: java_ver, python_branch, win32_is_iot, python_build.
import platform, sys, os

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(platform.java_ver(), platform.java_ver('a', 'b', ('c', 'd', 'e'), ('f', 'g', 'h')))
print(platform.win32_is_iot(), platform.win32_ver(), platform.win32_ver('r', 'v', 'c', 'p'), platform.mac_ver(), platform.win32_edition())
print(platform.python_branch(), platform.python_revision(), type(platform.python_build()), len(platform.python_build()))
print(isinstance(platform.python_compiler(), str), platform.python_compiler().split()[0])
print(platform.python_version(), platform.python_version_tuple())
u = platform.uname()
print(u._fields, u.system, u.node == os.uname().nodename, u[0], len(u), u.machine == os.uname().machine, list(u)[:1], u == platform.uname())
print(platform.system(), platform.node() == u.node, platform.release() == u.release, platform.version() == u.version, platform.machine() == u.machine, isinstance(platform.processor(), str))
print(platform.architecture()[0], platform.system_alias('SunOS', '5.9', 'x'), platform.system_alias('Linux', 'a', 'b'))
print(platform.platform(terse=True).startswith('Linux'), platform.platform().startswith('Linux-'), platform.platform(aliased=True) == platform.platform(True))
err(platform.java_ver, 1, 2, 3)
err(platform.java_ver, vminfo=5)
err(platform.platform, 1, 2, 3)

err(platform.python_branch, 1)
err(platform.win32_ver, 1, 2, 3, 4, 5)
print(u._asdict()['system'], u._replace(system='X').system)
err(u._replace, foo=1)
err(setattr, u, 'system', 'x')
a, *rest = u
print(a, len(rest), u.index('Linux'), u.count('zz'))
try:
    r = platform.freedesktop_os_release()
    print(r['ID'], 'NAME' in r, 'PRETTY_NAME' in r)
except OSError as e:
    print(e)
