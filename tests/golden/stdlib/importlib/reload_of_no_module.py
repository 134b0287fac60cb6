# reload() of what is no module: the attributes that were looked for are the context.
import importlib

for thing in ("json", 5, None):
    try:
        importlib.reload(thing)
    except TypeError as error:
        print(error, "|", error.__context__, "|", error.__context__.__context__)
