// Module _locale: messages of C programs in other languages. The process stays in the C locale, where the C library gives each message as it is; domains
// and their folders are remembered all the same. The rest of locale is in stdlib/locale.py.
#include <libintl.h>

#include <cerrno>
#include <string>

#include "modules/posix_internal.hpp"
#include "modules/support.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

Class* g_error;

/// An argument as the C library takes it. `what` names it in errors, "gettext() argument"; None is no text where `or_none`.
class CText {
 public:
  static Result<CText> from(Vm& vm, Value value, const char* what, bool or_none = false) {
    CText text;
    if (value.is_none() && or_none) return text;
    if (!value.is(Kind::Str)) {
      return raise_type_error(vm, "%s must be str%s, not %s", what, or_none ? " or None" : "", value.is_none() ? "None" : type_name(value));
    }
    text.given_ = true;
    text.bytes_ = str_utf8(value.as<Str>());
    if (text.bytes_.find('\0') != std::string::npos) return raise_value_error(vm, "embedded null character");
    return text;
  }
  const char* get() const { return given_ ? bytes_.c_str() : nullptr; }
  bool empty() const { return bytes_.empty(); }

 private:
  std::string bytes_;
  bool given_ = false;
};

Result<Value> shown(Vm& vm, const char* text) {
  if (!text) return none();
  COIL_TRY(Str* made, system_str(vm, text));
  return Value(made);
}

NATIVE(locale_gettext, "gettext(msg, /)", "A message in the language of the locale.") {
  COIL_TRY(CText message, CText::from(vm, args[0], "gettext() argument"));
  return shown(vm, ::gettext(message.get()));
}
NATIVE(locale_dgettext, "dgettext(domain, msg, /)", "A message of a domain in the language of the locale.") {
  COIL_TRY(CText domain, CText::from(vm, args[0], "dgettext() argument 1", true));
  COIL_TRY(CText message, CText::from(vm, args[1], "dgettext() argument 2"));
  return shown(vm, ::dgettext(domain.get(), message.get()));
}
NATIVE(locale_dcgettext, "dcgettext(domain, msg, category, /)", "A message of a domain in the language of a category of the locale.") {
  COIL_TRY(CText domain, CText::from(vm, args[0], "dcgettext() argument 1", true));
  COIL_TRY(CText message, CText::from(vm, args[1], "dcgettext() argument 2"));
  COIL_TRY(int category, parsed_int_reenter(vm, args[2]));
  return shown(vm, ::dcgettext(domain.get(), message.get(), category));
}
NATIVE(locale_textdomain, "textdomain(domain, /)", "The domain of gettext(), after it was changed if one is given.") {
  COIL_TRY(CText domain, CText::from(vm, args[0], "textdomain() argument", true));
  const char* now = ::textdomain(domain.get());
  if (!now) return raise_os_error(vm, errno);
  return shown(vm, now);
}
NATIVE(locale_bindtextdomain, "bindtextdomain(domain, dir, /)", "The folder of a domain, after it was changed if one is given.") {
  COIL_TRY(CText domain, CText::from(vm, args[0], "bindtextdomain() argument 1"));
  if (domain.empty()) {
    COIL_TRY(Str* message, new_str(vm, "domain must be a non-empty string"));
    COIL_TRY(Exception* exception, new_exception(vm, g_error, {message}));
    return raise_exception(vm, exception);
  }
  PathArgument folder;
  if (!args[1].is_none()) {
    COIL_TRY(folder, path_argument_reenter(vm, args[1], "expected str, bytes or os.PathLike object"));
  }
  const char* now = ::bindtextdomain(domain.get(), args[1].is_none() ? nullptr : folder.c_str());
  if (!now) return raise_os_error(vm, errno);
  return shown(vm, now);
}
NATIVE(locale_bind_textdomain_codeset, "bind_textdomain_codeset(domain, codeset, /)", "The encoding of a domain's messages, after it was changed if one is given.") {
  COIL_TRY(CText domain, CText::from(vm, args[0], "bind_textdomain_codeset() argument 1"));
  COIL_TRY(CText codeset, CText::from(vm, args[1], "bind_textdomain_codeset() argument 2", true));
  return shown(vm, ::bind_textdomain_codeset(domain.get(), codeset.get()));
}

Result<void> init_locale(Vm& vm, Dict* ns) {
  COIL_TRY(Str* name, new_str(vm, "Error"));
  COIL_TRY(Tuple* bases, make_tuple(vm, {vm.exceptions[static_cast<int>(Exc::Exception)]}));
  COIL_TRY(Dict* body, new_dict(vm));
  COIL_CHECK(module_set_str(vm, body, "__module__", "locale"));
  COIL_CHECK(module_set_str(vm, body, "__doc__", "A locale that is not there."));
  COIL_TRY(g_error, new_class_reenter(vm, vm.type(Kind::Class), name, bases, body, nullptr, nullptr));
  COIL_CHECK(keep_forever(vm, g_error));
  return module_set(vm, ns, "Error", g_error);
}

}  // namespace

MODULE(locale_native, "_locale", "Messages of the C library.", init_locale, FN(locale_gettext), FN(locale_dgettext), FN(locale_dcgettext), FN(locale_textdomain),
       FN(locale_bindtextdomain), FN(locale_bind_textdomain_codeset))

}  // namespace coil
