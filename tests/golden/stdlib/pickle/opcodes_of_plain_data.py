# Every protocol writes plain data with its own opcodes.
import pickle

VALUES = [None, True, 0, 255, 65536, -1, 2**31, -10**20, 1.5, "", "text", "é\u20ac", b"", b"\xff", (), (1,), (1, 2, 3, 4), [], [1], [1, 2],
          {}, {"k": 1}, {1: 2, 3: 4}, set(), {1}, frozenset({2}), bytearray(b"ab")]

for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    print("protocol", protocol)
    for value in VALUES:
        data = pickle.dumps(value, protocol)
        print(" ", repr(value), data)
        assert pickle.loads(data) == value and type(pickle.loads(data)) is type(value)
