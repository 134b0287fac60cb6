# Parameters of blake2: size, key, salt, person and trees.
import hashlib

print(hashlib.blake2b(b"abc", digest_size=20, key=b"secret", salt=b"salt", person=b"me").hexdigest())
print(hashlib.blake2s(b"abc", digest_size=7, key=b"k" * 32, salt=b"12345678", person=b"p").hexdigest())
print(hashlib.blake2b(b"leaf", fanout=2, depth=2, leaf_size=4096, node_offset=1, node_depth=0, inner_size=64, last_node=True).hexdigest()[:40])
print(hashlib.blake2s(b"leaf", fanout=2, depth=2, leaf_size=4096, node_offset=2 ** 40, node_depth=1, inner_size=32).hexdigest()[:40])
print(hashlib.blake2b.SALT_SIZE, hashlib.blake2b.PERSON_SIZE, hashlib.blake2b.MAX_KEY_SIZE, hashlib.blake2b.MAX_DIGEST_SIZE, hashlib.blake2s.SALT_SIZE, hashlib.blake2s.MAX_DIGEST_SIZE)
h = hashlib.blake2b(b"a" * 128)
h.update(b"b")
print(h.hexdigest()[:20], hashlib.blake2b(b"a" * 128).hexdigest()[:20], hashlib.new("blake2b", b"x", digest_size=4).hexdigest(), hashlib.blake2b)
for kwargs in ({"digest_size": 0}, {"digest_size": 65}, {"key": b"x" * 65}, {"salt": b"x" * 17}, {"person": b"x" * 17}, {"fanout": 256}, {"depth": 0}, {"leaf_size": -1}, {"leaf_size": 2 ** 32}):
  try:
    hashlib.blake2b(**kwargs)
  except (ValueError, OverflowError) as e:
    print(type(e).__name__, e)
