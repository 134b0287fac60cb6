"""Bytes as quoted-printable text, blanks included."""
import quopri
from io import BytesIO

from encodings._bytes_to_bytes import make_entry


def _encode(data):
  output = BytesIO()
  quopri.encode(BytesIO(data), output, quotetabs=True)
  return output.getvalue()


def _decode(data):
  output = BytesIO()
  quopri.decode(BytesIO(data), output)
  return output.getvalue()


def getregentry():
  return make_entry('quopri', _encode, _decode)
