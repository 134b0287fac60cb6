from . import one
from .one import where as seen

where = "second folder"
