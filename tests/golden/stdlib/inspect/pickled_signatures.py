# Signatures, parameters and bound arguments as bytes and as copies.
import copy
import inspect
import pickle


def function(a, /, b: int = 1, *args, c, d="x", **kwargs) -> str: ...


signature = inspect.signature(function)
bound = signature.bind(1, c=2, e=3)
for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
  again = pickle.loads(pickle.dumps(signature, protocol))
  print(again, again == signature, list(again.parameters) == list(signature.parameters), pickle.loads(pickle.dumps(signature.parameters["d"], protocol)), again.parameters["a"].kind == inspect.Parameter.POSITIONAL_ONLY,
        again.parameters["a"].default is inspect.Parameter.empty)
  restored = pickle.loads(pickle.dumps(bound, protocol))
  print(restored, restored == bound, restored.signature == signature, restored.args, restored.kwargs)
print(copy.copy(signature) == signature, copy.deepcopy(bound) == bound, copy.copy(signature.parameters["b"]) == signature.parameters["b"])
