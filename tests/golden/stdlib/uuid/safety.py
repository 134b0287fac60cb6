# SafeUUID, and what is_safe tells.
import copy
import pickle
import uuid

print(list(uuid.SafeUUID), uuid.uuid4().is_safe, uuid.UUID(int=5).is_safe is uuid.SafeUUID.unknown)
safe = uuid.UUID(int=5, is_safe=uuid.SafeUUID.safe)
print(safe.is_safe, safe == uuid.UUID(int=5), hash(safe) == hash(uuid.UUID(int=5)), pickle.loads(pickle.dumps(safe)) == safe)
try:
  safe.is_safe = 1
except TypeError as error:
  print(error)

marked = uuid.UUID(int=5, is_safe=uuid.SafeUUID.safe)
print(pickle.loads(pickle.dumps(marked)).is_safe, copy.copy(marked).is_safe, copy.deepcopy(marked) == marked)
