# What registries remember: each action by its own keys, "once" for all places only without a registry
import sys
import warnings

sys.stderr = sys.stdout
warnings.showwarning = lambda message, category, filename, line, file=None, source=None: print("shown", message, line)
for action in ("default", "once", "module", "always", "ignore"):
    warnings.resetwarnings()
    warnings.simplefilter(action)
    globals().pop("__warningregistry__", None)
    for _ in range(2):
        warnings.warn("first")
    warnings.warn("first")
    print(action, {key: value for key, value in globals().get("__warningregistry__", {}).items() if key != "version"})
warnings.simplefilter("once")
for line in (1, 2):
    warnings.warn_explicit("explicit", UserWarning, "one.py", line)
    warnings.warn_explicit("explicit", UserWarning, "two.py", line, registry={})

# An explicit None for the module: nobody is warned. What "once" remembers is forgotten when filters change.
for options in ({"module": None}, {"module": None, "registry": {}}, {}, {"registry": None, "module": "m"}):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("once")
        for line in (1, 2):
            warnings.warn_explicit("again", UserWarning, "f.py", line, **options)
        print(options, [(str(one.message), one.lineno) for one in seen])
