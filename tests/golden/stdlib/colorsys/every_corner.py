# Each conversion and its inverse, on the corners of the cube of colours and between them; what is out of range too.
import colorsys

steps = [0, 0.2, 0.5, 0.75, 1]
for r in steps:
  for g in steps:
    for b in steps:
      yiq, hls, hsv = colorsys.rgb_to_yiq(r, g, b), colorsys.rgb_to_hls(r, g, b), colorsys.rgb_to_hsv(r, g, b)
      print((r, g, b), yiq, hls, hsv)
      print("  ", colorsys.yiq_to_rgb(*yiq), colorsys.hls_to_rgb(*hls), colorsys.hsv_to_rgb(*hsv))

print(colorsys.yiq_to_rgb(2, -1, 3), colorsys.yiq_to_rgb(-1, 0, 0))
print([colorsys.hsv_to_rgb(h, 0.5, 0.8) for h in (-0.3, 0.99, 1.0, 1.4, 7.25)])
print([colorsys.hls_to_rgb(h, 0.7, 0.5) for h in (-0.3, 0.99, 1.0, 1.4, 7.25)])
print(sorted(colorsys.__all__), colorsys.ONE_THIRD, colorsys.ONE_SIXTH, colorsys.TWO_THIRD)
for colour in (0, 0, 0), (1.0, 1, 1):
  print(colorsys.rgb_to_hls(*colour), colorsys.rgb_to_hsv(*colour))
try:
  colorsys.rgb_to_hls(2, 0, 0.0)
except ZeroDivisionError as error:
  print("ZeroDivisionError:", error)
