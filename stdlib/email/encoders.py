"""Encode a message's body for the way, and tell it in Content-Transfer-Encoding."""

import binascii

from email import _bodies

__all__ = ["encode_7or8bit", "encode_base64", "encode_noop", "encode_quopri"]


def encode_base64(msg):
  """As base64."""
  raw = msg.get_payload(decode=True)
  msg.set_payload(_bodies.encode_base64(raw) if raw else "")
  msg["Content-Transfer-Encoding"] = "base64"


def encode_quopri(msg):
  """As quoted-printable, blanks too."""
  raw = msg.get_payload(decode=True)
  msg.set_payload(binascii.b2a_qp(raw, quotetabs=True).replace(b" ", b"=20"))
  msg["Content-Transfer-Encoding"] = "quoted-printable"


def encode_7or8bit(msg):
  """As it is: 7bit when it is ASCII."""
  raw = msg.get_payload(decode=True)
  msg["Content-Transfer-Encoding"] = "7bit" if raw is None or raw.isascii() else "8bit"


def encode_noop(msg):
  """As it is, without a word about it."""
