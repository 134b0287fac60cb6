import _early_right
VALUE = _early_right.OTHER
