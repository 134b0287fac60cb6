"""Colours in other coordinates. All values are numbers from 0 to 1 (i and q may be negative).

>>> import colorsys
>>> colorsys.rgb_to_hls(0.2, 0.4, 0.4)
(0.5, 0.30000000000000004, 0.33333333333333337)
>>> colorsys.hsv_to_rgb(0.5, 0.5, 0.4)
(0.2, 0.4, 0.4)
"""

__all__ = ["rgb_to_yiq", "yiq_to_rgb", "rgb_to_hls", "hls_to_rgb", "rgb_to_hsv", "hsv_to_rgb"]

ONE_THIRD = 1.0 / 3.0
ONE_SIXTH = 1.0 / 6.0
TWO_THIRD = 2.0 / 3.0


def rgb_to_yiq(r, g, b):
  """Brightness, orange to blue, and purple to green, as television sends them."""
  y = 0.30 * r + 0.59 * g + 0.11 * b
  i = 0.74 * (r - y) - 0.27 * (b - y)
  q = 0.48 * (r - y) + 0.41 * (b - y)
  return y, i, q


def _within(value):
  return 0.0 if value < 0.0 else 1.0 if value > 1.0 else value


def yiq_to_rgb(y, i, q):
  """Red, green and blue of a television signal; what is out of range is cut off."""
  r = y + 0.9468822170900693 * i + 0.6235565819861433 * q
  g = y - 0.27478764629897834 * i - 0.6356910791873801 * q
  b = y - 1.1085450346420322 * i + 1.7090069284064666 * q
  return _within(r), _within(g), _within(b)


def _hue(r, g, b, highest, spread):
  """The angle on the circle of colours, of which red is the beginning."""
  red = (highest - r) / spread
  green = (highest - g) / spread
  blue = (highest - b) / spread
  if r == highest:
    h = blue - green
  elif g == highest:
    h = 2.0 + red - blue
  else:
    h = 4.0 + green - red
  return (h / 6.0) % 1.0


def rgb_to_hls(r, g, b):
  """Hue, lightness and saturation."""
  highest, lowest = max(r, g, b), min(r, g, b)
  total, spread = highest + lowest, highest - lowest
  l = total / 2.0
  if lowest == highest:
    return 0.0, l, 0.0
  s = spread / total if l <= 0.5 else spread / (2.0 - highest - lowest)
  return _hue(r, g, b, highest, spread), l, s


def hls_to_rgb(h, l, s):
  """Red, green and blue of hue, lightness and saturation."""
  if s == 0.0:
    return l, l, l
  high = l * (1.0 + s) if l <= 0.5 else l + s - (l * s)
  low = 2.0 * l - high
  return _v(low, high, h + ONE_THIRD), _v(low, high, h), _v(low, high, h - ONE_THIRD)


def _v(low, high, hue):
  hue = hue % 1.0
  if hue < ONE_SIXTH:
    return low + (high - low) * hue * 6.0
  if hue < 0.5:
    return high
  if hue < TWO_THIRD:
    return low + (high - low) * (TWO_THIRD - hue) * 6.0
  return low


def rgb_to_hsv(r, g, b):
  """Hue, saturation and value."""
  highest, lowest = max(r, g, b), min(r, g, b)
  spread = highest - lowest
  if lowest == highest:
    return 0.0, 0.0, highest
  return _hue(r, g, b, highest, spread), spread / highest, highest


def hsv_to_rgb(h, s, v):
  """Red, green and blue of hue, saturation and value."""
  if s == 0.0:
    return v, v, v
  sector = int(h * 6.0)
  part = (h * 6.0) - sector
  p = v * (1.0 - s)
  q = v * (1.0 - s * part)
  t = v * (1.0 - s * (1.0 - part))
  return ((v, t, p), (q, v, p), (p, v, t), (p, q, v), (t, p, v), (v, p, q))[sector % 6]
