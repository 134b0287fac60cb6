import _early_left
OTHER = _early_left.VALUE
