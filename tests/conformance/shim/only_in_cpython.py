"""Names that files of the regression tests need to be imported, for tests of modules or implementations that Coil does not have."""

import enum
import sys
import types
import unicodedata


def absent_module(name):
  """Any class may be imported from it; tests that use one fail."""
  module = types.ModuleType(name)
  module.__getattr__ = lambda attribute: type(attribute, (), {}) if attribute[:1].isupper() else None
  return module


def provide():
  for name in ("asyncore", "smtpd"):
    try:
      __import__(name)
    except ImportError:
      module = sys.modules[name] = absent_module(name)
      package, _, attribute = name.rpartition(".")
      if package:
        setattr(__import__(package), attribute, module)
  vars(enum).setdefault("_test_simple_enum", None)
  vars(unicodedata).setdefault("ucd_3_2_0", unicodedata)
  import concurrent.futures.process, multiprocessing.util, pathlib, threading
  vars(multiprocessing.util).setdefault("_cleanup_tests", lambda: None)
  vars(threading).setdefault("_PyRLock", threading.RLock)
  vars(threading).setdefault("_CRLock", threading.RLock)
  vars(concurrent.futures.process).setdefault("_check_system_limits", lambda: None)
  vars(pathlib).setdefault("_posix_flavour", pathlib.PurePosixPath)
  vars(pathlib).setdefault("_windows_flavour", pathlib.PureWindowsPath)
  import configparser, logging, tempfile, time, http.server, urllib.request, uuid, weakref
  vars(http.server).setdefault("CGIHTTPRequestHandler", type("CGIHTTPRequestHandler", (), {}))
  vars(urllib.request).setdefault("_proxy_bypass_macosx_sysconf", None)
  vars(logging).setdefault("weakref", weakref)
  vars(time).setdefault("_STRUCT_TM_ITEMS", 11)
  vars(tempfile).setdefault("_infer_return_type", lambda *parts: bytes if any(isinstance(part, bytes) for part in parts) else str)
  vars(tempfile).setdefault("_text_openflags", 0)
  vars(tempfile).setdefault("_bin_openflags", 0)
  vars(configparser).setdefault("_default_dict", dict)
  vars(uuid).setdefault("_GETTERS", ())
  for name in ("_ifconfig_getnode", "_ip_getnode", "_arp_getnode", "_lanscan_getnode", "_netstat_getnode"):
    vars(uuid).setdefault(name, None)
