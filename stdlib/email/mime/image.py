"""Messages of a picture."""

from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

__all__ = ["MIMEImage"]


def _kind(data):
  """The subtype of the picture in the bytes, or None."""
  if data[6:10] in (b"JFIF", b"Exif") or data[:4] == b"\xff\xd8\xff\xdb":
    return "jpeg"
  if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
    return "webp"
  if len(data) >= 3 and data[:1] == b"P" and data[2] in b" \t\n\r":
    return {49: "pbm", 52: "pbm", 50: "pgm", 53: "pgm", 51: "ppm", 54: "ppm"}.get(data[1])
  for start, kind in ((b"\x89PNG\r\n\x1a\n", "png"), (b"GIF87a", "gif"), (b"GIF89a", "gif"), (b"MM", "tiff"), (b"II", "tiff"),
                      (b"\x01\xda", "rgb"), (b"\x59\xa6\x6a\x95", "rast"), (b"#define ", "xbm"), (b"BM", "bmp"), (b"\x76\x2f\x31\x01", "exr")):
    if data.startswith(start):
      return kind
  return None


class MIMEImage(MIMENonMultipart):
  """A message of a picture, whose type the first bytes tell."""

  def __init__(self, _imagedata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
    kind = _subtype or _kind(_imagedata)
    if kind is None:
      raise TypeError("Could not guess image MIME subtype")
    super().__init__("image", kind, policy=policy, **_params)
    self.set_payload(_imagedata)
    _encoder(self)
