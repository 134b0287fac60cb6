"""Messages of sound."""

from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

__all__ = ["MIMEAudio"]


def _kind(data):
  """The subtype of the sound in the bytes, or None."""
  if data.startswith(b"RIFF") and data[8:16] == b"WAVEfmt ":
    return "x-wav"
  if data.startswith(b".snd"):
    return "basic"
  if data.startswith(b"FORM") and data[8:12] in (b"AIFC", b"AIFF"):
    return "x-aiff"
  return None


class MIMEAudio(MIMENonMultipart):
  """A message of sound, whose type the first bytes tell."""

  def __init__(self, _audiodata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
    kind = _subtype or _kind(_audiodata)
    if kind is None:
      raise TypeError("Could not find audio MIME subtype")
    super().__init__("audio", kind, policy=policy, **_params)
    self.set_payload(_audiodata)
    _encoder(self)
