# Layouts of installations: names, patterns, and paths with values of a program's own.
import sysconfig

print(sysconfig.get_path_names(), sysconfig.get_default_scheme(), [sysconfig.get_preferred_scheme(key) for key in ("prefix", "home", "user")])
for scheme in ("posix_prefix", "posix_home", "posix_user", "posix_venv", "venv"):
    print(scheme, scheme in sysconfig.get_scheme_names(), sysconfig.get_paths(scheme, expand=False))
print(sysconfig.get_paths(vars=dict.fromkeys(("base", "platbase", "installed_base", "installed_platbase"), "/opt/tool")))
print(sysconfig.get_path("scripts", "posix_user", vars={"userbase": "/home/ada/.local"}))
for call in (lambda: sysconfig.get_path("headers"), lambda: sysconfig.get_paths("no_layout"), lambda: sysconfig.get_preferred_scheme("nobody")):
    try:
        call()
    except KeyError as error:
        print("KeyError", error)
