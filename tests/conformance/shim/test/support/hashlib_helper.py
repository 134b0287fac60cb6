"""Stands for test.support.hashlib_helper."""


def requires_hashdigest(digestname, openssl=None, usedforsecurity=True):
  return lambda item: item
