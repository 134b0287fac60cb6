// Names that differ between Python 2 and 3, for pickles of protocols below 3 with fix_imports.
#include <string>

#include "modules/pickle_internal.hpp"

namespace coil {

namespace {

struct ModulePair { const char* three; const char* two; };
constexpr ModulePair kModules[] = {
    {"builtins", "__builtin__"}, {"copyreg", "copy_reg"}, {"queue", "Queue"}, {"socketserver", "SocketServer"},
    {"configparser", "ConfigParser"}, {"reprlib", "repr"}, {"_thread", "thread"}, {"_pickle", "pickle"}, {"_functools", "functools"},
    {"http.client", "httplib"}, {"http.cookies", "Cookie"}, {"http.cookiejar", "cookielib"}, {"http.server", "BaseHTTPServer"},
    {"urllib.parse", "urlparse"}, {"urllib.request", "urllib2"}, {"urllib.robotparser", "robotparser"}, {"html.parser", "HTMLParser"},
    {"html.entities", "htmlentitydefs"}, {"xmlrpc.client", "xmlrpclib"}, {"subprocess", "commands"}, {"collections.abc", "_abcoll"},
    {"dbm", "anydbm"}, {"dbm.dumb", "dumbdbm"},
};

/// Modules of Python 2 that are found, but never written.
constexpr ModulePair kOldModules[] = {
    {"pickle", "cPickle"}, {"xml.etree.ElementTree", "_elementtree"}, {"http.server", "SimpleHTTPServer"}, {"collections", "UserDict"},
    {"collections", "UserList"}, {"collections", "UserString"}, {"dbm", "whichdb"}, {"io", "StringIO"}, {"io", "cStringIO"},
};

struct NamePair { const char* three_module; const char* three; const char* two_module; const char* two; };
constexpr NamePair kNames[] = {
    {"builtins", "range", "__builtin__", "xrange"}, {"functools", "reduce", "__builtin__", "reduce"},
    {"_functools", "reduce", "__builtin__", "reduce"}, {"sys", "intern", "__builtin__", "intern"},
    {"builtins", "chr", "__builtin__", "unichr"}, {"builtins", "str", "__builtin__", "unicode"}, {"builtins", "int", "__builtin__", "long"},
    {"builtins", "zip", "itertools", "izip"}, {"builtins", "map", "itertools", "imap"}, {"builtins", "filter", "itertools", "ifilter"},
    {"itertools", "filterfalse", "itertools", "ifilterfalse"}, {"itertools", "zip_longest", "itertools", "izip_longest"},
    {"collections", "UserDict", "UserDict", "IterableUserDict"}, {"collections", "UserList", "UserList", "UserList"},
    {"collections", "UserString", "UserString", "UserString"}, {"dbm", "whichdb", "whichdb", "whichdb"}, {"socket", "fromfd", "_socket", "fromfd"},
    {"urllib.error", "HTTPError", "urllib2", "HTTPError"}, {"urllib.error", "URLError", "urllib2", "URLError"},
    {"urllib.error", "ContentTooShortError", "urllib", "ContentTooShortError"}, {"urllib.parse", "quote", "urllib", "quote"},
    {"urllib.parse", "quote_plus", "urllib", "quote_plus"}, {"urllib.parse", "unquote", "urllib", "unquote"},
    {"urllib.parse", "unquote_plus", "urllib", "unquote_plus"}, {"urllib.parse", "urlencode", "urllib", "urlencode"},
    {"urllib.request", "urlopen", "urllib", "urlopen"}, {"urllib.request", "urlretrieve", "urllib", "urlretrieve"},
};

/// Python 2 keeps its exceptions in a module of their own; of the newer ones it knows a base.
const char* python2_exception(const std::string& name) {
  static constexpr const char* kOsErrors[] = {
      "BrokenPipeError", "ChildProcessError", "ConnectionAbortedError", "ConnectionError", "ConnectionRefusedError", "ConnectionResetError",
      "FileExistsError", "FileNotFoundError", "InterruptedError", "IsADirectoryError", "NotADirectoryError", "PermissionError",
      "ProcessLookupError", "TimeoutError"};
  static constexpr const char* kNew[] = {"BlockingIOError", "RecursionError", "StopAsyncIteration", "ExceptionGroup", "BaseExceptionGroup",
                                         "ResourceWarning", "EncodingWarning", "CancelledError"};
  for (const char* other : kOsErrors) {
    if (name == other) return "OSError";
  }
  if (name == "ModuleNotFoundError") return "ImportError";
  for (const char* other : kNew) {
    if (name == other) return nullptr;
  }
#define EXC(exception, base, layout, doc) if (name == #exception) return #exception;
#include "objects/exceptions.def"
#undef EXC
  return nullptr;
}

}  // namespace

bool python2_name(std::string* module, std::string* name) {
  if (*module == "builtins") {
    if (const char* old = python2_exception(*name)) {
      *module = "exceptions";
      *name = old;
      return true;
    }
  }
  for (const NamePair& row : kNames) {
    if (*module == row.three_module && *name == row.three) {
      *module = row.two_module;
      *name = row.two;
      return true;
    }
  }
  for (const ModulePair& row : kModules) {
    if (*module == row.three) {
      *module = row.two;
      return true;
    }
  }
  return false;
}

bool python3_name(std::string* module, std::string* name) {
  for (const NamePair& row : kNames) {
    if (*module == row.two_module && *name == row.two) {
      *module = row.three_module;
      *name = row.three;
      return true;
    }
  }
  if (*module == "__builtin__" && *name == "basestring") {
    *module = "builtins";
    *name = "str";
    return true;
  }
  if (*module == "exceptions") {
    *module = "builtins";
    if (*name == "StandardError") *name = "Exception";
    return true;
  }
  for (const ModulePair& row : kModules) {
    if (*module == row.two) {
      *module = row.three;
      return true;
    }
  }
  for (const ModulePair& row : kOldModules) {
    if (*module == row.two) {
      *module = row.three;
      return true;
    }
  }
  return false;
}

}  // namespace coil
