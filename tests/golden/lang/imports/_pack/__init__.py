# A package with relative imports.
print("package init", __name__)
from . import alpha
from .alpha import A
version = "1"
