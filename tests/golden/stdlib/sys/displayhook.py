# displayhook() escapes what the stream cannot encode, and needs a stream; types of sys have no subclasses.
import io
import sys

usual = sys.stdout
sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
sys.displayhook("caf\xe9")
sys.stdout.flush()
written = sys.stdout.buffer.getvalue()
sys.stdout = None
try:
    sys.displayhook(1)
except RuntimeError as error:
    message = error
sys.displayhook(None)
sys.stdout = usual
print(written, message, _)
for cls in (type(sys.version_info), type(sys.float_info)):
    try:
        type("Sub", (cls,), {})
    except TypeError as error:
        print(error)
