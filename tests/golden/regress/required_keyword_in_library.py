# A function that claims to be one of the library, and whose missing keyword argument a native would not notice.
namespace = {"_native_wording": "", "__name__": "csv"}
exec(compile("def get_dialect(*, a, b=1): pass", "<stdlib>/csv.py", "exec"), namespace)
try:
    namespace["get_dialect"]()
except TypeError as error:
    print(error)
