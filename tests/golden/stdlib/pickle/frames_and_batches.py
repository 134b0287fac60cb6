# Large data are written in frames, and many items in batches of 1000.
import io
import pickle

numbers = list(range(2500))
for protocol in (2, 4):
    data = pickle.dumps(numbers, protocol)
    print(protocol, len(data), data.count(b"e"), pickle.loads(data) == numbers)
table = {n: str(n) for n in range(1001)}
print(len(pickle.dumps(table)), pickle.loads(pickle.dumps(table)) == table)
mixed = ["small", "x" * 40_000, "y" * 40_000, b"z" * 70_000, {1, 2}, "end"]
data = pickle.dumps(mixed)
print(len(data), data[:11], data[-8:], pickle.loads(data) == mixed)


class Recorder(io.BytesIO):
    def write(self, data):
        sizes.append(len(data))
        return super().write(data)


sizes = []
file = Recorder()
pickle.dump(mixed, file)
print(sizes)
file.seek(0)
print(pickle.load(file) == mixed)
