// Module _re: what the functions of stdlib/re.py call. Patterns that were compiled before are found in a cache, by flags and then by pattern.
#include "modules/re_internal.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

using namespace re;

constexpr size_t kMaxCache = 512;
Dict* g_cache;           // flags -> (pattern -> Pattern)
Dict* g_no_flags_cache;  // the one of flags 0

Result<uint32_t> flags_value(Vm& vm, Value flags) {
  int64_t bits;
  if (!flags.is_int()) return raise_type_error(vm, "unsupported operand type(s) for &: '%s' and 'RegexFlag'", type_name(flags));
  if (!int_to_i64(flags, &bits)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C int");
  return static_cast<uint32_t>(bits);
}

Result<Dict*> cache_of_flags(Vm& vm, uint32_t flags) {
  if (flags == 0) return g_no_flags_cache;
  COIL_TRY(Value found, dict_get_reenter(vm, g_cache, Value::small_int(flags)));
  if (!found.is_stop()) return found.as<Dict>();
  COIL_TRY(Dict* made, new_dict(vm));
  COIL_CHECK(dict_set_reenter(vm, g_cache, Value::small_int(flags), made));
  return made;
}

Result<Pattern*> pattern_of_reenter(Vm& vm, Value pattern, Value flags) {
  if (class_of(pattern) == g_pattern_class) {
    if (flags) {
      COIL_TRY(bool any, truthy_reenter(vm, flags));
      if (any) return raise_value_error(vm, "cannot process flags argument with a compiled pattern");
    }
    return pattern.as<Pattern>();
  }
  bool cacheable = is_exact(pattern, Kind::Str) || is_exact(pattern, Kind::Bytes);
  if (!cacheable) {
    COIL_CHECK(hash_reenter(vm, pattern));  // lists and the like are refused so
    if (!pattern.is(Kind::Str) && !pattern.is(Kind::Bytes)) return raise_type_error(vm, "first argument must be string or compiled pattern");
  }
  uint32_t bits = 0;
  if (flags) {
    COIL_TRY(bits, flags_value(vm, flags));
  }
  if (!cacheable || bits & kDebug) return compile_pattern_reenter(vm, pattern, bits);
  COIL_TRY(Dict* cache, cache_of_flags(vm, bits));
  COIL_TRY(Value found, dict_get_reenter(vm, cache, pattern));
  if (!found.is_stop()) return found.as<Pattern>();
  COIL_TRY(Pattern* made, compile_pattern_reenter(vm, pattern, bits));
  if (cache->used >= kMaxCache) {
    size_t position = 0;
    Value oldest, value;
    if (dict_next(cache, &position, &oldest, &value)) COIL_CHECK(dict_pop_reenter(vm, cache, oldest));
  }
  COIL_CHECK(dict_set_reenter(vm, cache, pattern, made));
  return made;
}

NATIVE(re_compile, "compile(pattern, flags, /)", "A pattern object.") { return pattern_of_reenter(vm, args[0], args[1]); }
NATIVE(re_match, "match(pattern, string, flags, /)", "A match at the beginning of the string, or None.") {
  COIL_TRY(Pattern* pattern, pattern_of_reenter(vm, args[0], args[2]));
  return pattern_search_reenter(vm, pattern, Mode::Match, args[1], Value(), Value());
}
NATIVE(re_fullmatch, "fullmatch(pattern, string, flags, /)", "A match of all of the string, or None.") {
  COIL_TRY(Pattern* pattern, pattern_of_reenter(vm, args[0], args[2]));
  return pattern_search_reenter(vm, pattern, Mode::FullMatch, args[1], Value(), Value());
}
NATIVE(re_search, "search(pattern, string, flags, /)", "The first match in the string, or None.") {
  COIL_TRY(Pattern* pattern, pattern_of_reenter(vm, args[0], args[2]));
  return pattern_search_reenter(vm, pattern, Mode::Search, args[1], Value(), Value());
}
NATIVE(re_findall, "findall(pattern, string, flags, /)", "All matches in the string.") {
  COIL_TRY(Pattern* pattern, pattern_of_reenter(vm, args[0], args[2]));
  return pattern_findall_reenter(vm, pattern, args[1], Value(), Value());
}
NATIVE(re_finditer, "finditer(pattern, string, flags, /)", "An iterator over all matches in the string.") {
  COIL_TRY(Pattern* pattern, pattern_of_reenter(vm, args[0], args[2]));
  return pattern_finditer_reenter(vm, pattern, args[1], Value(), Value(), false);
}
NATIVE(re_split, "split(pattern, string, maxsplit, flags, /)", "The parts of the string between matches.") {
  COIL_TRY(Pattern* pattern, pattern_of_reenter(vm, args[0], args[3]));
  return pattern_split_reenter(vm, pattern, args[1], args[2]);
}
NATIVE(re_sub, "sub(pattern, repl, string, count, flags, /)", "The string with matches replaced.") {
  COIL_TRY(Pattern* pattern, pattern_of_reenter(vm, args[0], args[4]));
  return pattern_sub_reenter(vm, pattern, args[1], args[2], args[3], false);
}
NATIVE(re_subn, "subn(pattern, repl, string, count, flags, /)", "(new string, number of replacements).") {
  COIL_TRY(Pattern* pattern, pattern_of_reenter(vm, args[0], args[4]));
  return pattern_sub_reenter(vm, pattern, args[1], args[2], args[3], true);
}
NATIVE(re_purge, "purge()", "Empty the cache.") {
  dict_clear(g_cache);
  dict_clear(g_no_flags_cache);
  return none();
}

Result<void> init_re(Vm& vm, Dict* ns) {
  COIL_TRY(g_cache, new_dict(vm));
  COIL_CHECK(keep_forever(vm, g_cache));
  COIL_TRY(g_no_flags_cache, new_dict(vm));
  COIL_CHECK(keep_forever(vm, g_no_flags_cache));
  COIL_CHECK(init_match_class(vm, ns));
  return init_pattern_class(vm, ns);
}

}  // namespace

MODULE(re_native, "_re", "Regular expressions on PCRE2; the public module is re.", init_re, FN(re_compile), FN(re_match), FN(re_fullmatch),
       FN(re_search), FN(re_findall), FN(re_finditer), FN(re_split), FN(re_sub), FN(re_subn), FN(re_purge))

}  // namespace coil
