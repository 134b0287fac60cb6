# A single closing brace. Worded and placed as CPython 3.12 does.
x = f"a}"
