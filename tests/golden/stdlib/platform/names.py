# What platform tells is text of the machine; its shape and rules do not depend on it.
import platform
import sys

print(platform.python_version() == ".".join(map(str, sys.version_info[:3])), platform.python_version_tuple()[:2], len(platform.python_build()), isinstance(platform.python_compiler(), str),
      isinstance(platform.python_branch(), str), isinstance(platform.python_revision(), str))
names = platform.uname()
print(names.system, platform.system() == names[0], platform.node() == names.node, platform.release() == names.release, platform.version() == names.version, platform.machine() == names.machine, names._fields,
      isinstance(platform.processor(), str))
print(platform.platform().startswith("Linux-"), platform.platform(terse=True).startswith("Linux-"), platform.platform(aliased=True) == platform.platform(), platform.architecture()[0], platform.libc_ver()[0] in ("glibc", ""),
      platform.mac_ver(), platform.win32_ver(), platform.java_ver(), platform.win32_edition(), platform.win32_is_iot(), platform.system_alias("Linux", "5", "x"))
release = platform.freedesktop_os_release()
print(sorted({"NAME", "ID", "PRETTY_NAME"} - set(release)), isinstance(platform.uname_result(*names[:5]), tuple))
