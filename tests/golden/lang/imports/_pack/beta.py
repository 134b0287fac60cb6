from .alpha import A
from . import version
from .deep.gamma import G
B = A + version + G
