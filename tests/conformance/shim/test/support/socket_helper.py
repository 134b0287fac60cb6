"""Sockets in the regression tests."""

import contextlib
import unittest

HOST = HOSTv4 = "127.0.0.1"
HOSTv6 = "::1"
IPV6_ENABLED = False
has_gethostname = True


def find_unused_port(family=None, socktype=None):
  import socket
  with socket.socket() as probe:
    probe.bind((HOST, 0))
    return probe.getsockname()[1]


def bind_port(sock, host=HOST):
  sock.bind((host, 0))
  return sock.getsockname()[1]


def bind_unix_socket(sock, addr):
  sock.bind(addr)


def create_unix_domain_name():
  import tempfile
  return tempfile.mktemp(prefix="test_", suffix=".sock")


def skip_unless_bind_unix_socket(test):
  return test


def tcp_blackhole():
  """Whether the system drops connections to ports without a server; it answers."""
  return False


def skip_if_tcp_blackhole(test):
  return test


def get_socket_conn_refused_errs():
  import errno
  return [errno.ECONNREFUSED]


@contextlib.contextmanager
def transient_internet(*args, **kwargs):
  raise unittest.SkipTest("needs the internet")
