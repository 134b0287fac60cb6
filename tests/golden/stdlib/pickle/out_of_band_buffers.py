# Protocol 5 hands large buffers over beside the pickle.
import pickle

writable = pickle.PickleBuffer(bytearray(b"writable"))
readonly = pickle.PickleBuffer(b"read-only")
buffers = []
data = pickle.dumps([writable, readonly], 5, buffer_callback=buffers.append)
print(data, len(buffers), buffers[0] is writable)
print(pickle.loads(data, buffers=[bytearray(b"one"), b"two"]))
print(pickle.dumps([writable, readonly], 5))
print(pickle.loads(pickle.dumps([writable, readonly], 5)))
print(bytes(writable.raw()))
for attempt in (lambda: pickle.loads(data), lambda: pickle.loads(data, buffers=[b"x"]), lambda: pickle.dumps(writable, 4),
                lambda: pickle.dumps(1, 4, buffer_callback=print), lambda: pickle.PickleBuffer("text")):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__ + ":", error)
writable.release()
try:
    writable.raw()
except ValueError as error:
    print("ValueError:", error)

# A released buffer shows nothing any more.
buffer = pickle.PickleBuffer(b"foo")
buffer.release()
buffer.release()
released = memoryview(b"x")
released.release()
for use in memoryview, bytes, pickle.PickleBuffer, pickle.PickleBuffer.raw:
    try:
        print(use(buffer))
    except ValueError as error:
        print(error)
try:
    pickle.PickleBuffer(released)
except ValueError as error:
    print(error)
