# __all__ names every public function.
import operator

print(sorted(operator.__all__) == sorted(name for name in dir(operator) if not name.startswith("_")), len(operator.__all__), operator.__all__[:5])
