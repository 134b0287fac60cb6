// Match objects of module re.
#include <algorithm>

#include "modules/re_internal.hpp"
#include "objects/protocol.hpp"

namespace coil::re {

Class* g_match_class;

namespace {

void trace_match(Cell* cell, Marker& marker) {
  auto* match = static_cast<Match*>(cell);
  marker.cell(match->pattern);
  marker.value(match->string);
}
const NativeObjectOps kMatchOps{trace_match, nullptr};

Error raise_no_group(Vm& vm) { return raise(vm, Exc::IndexError, "no such group"); }

/// The number of a group given by number or name.
Result<uint32_t> group_index_reenter(Vm& vm, Match* match, Value which) {
  if (which.is_small_int()) [[likely]] {
    int64_t number = which.small_int();
    if (number < 0 || number >= match->group_count) return raise_no_group(vm);
    return static_cast<uint32_t>(number);
  }
  int64_t number = -1;
  if (which.is_int() || class_of(which)->slots.index) {
    COIL_TRY(number, index_clamped_reenter(vm, which));
  } else if (match->pattern->group_index->used) {  // without names what can't be hashed is no group either
    COIL_TRY(Value found, dict_get_reenter(vm, match->pattern->group_index, which));
    if (!found.is_stop()) number = found.small_int();
  }
  if (number < 0 || number >= match->group_count) return raise_no_group(vm);
  return static_cast<uint32_t>(number);
}

Result<Value> span_tuple(Vm& vm, Match* match, uint32_t group) {
  return make_tuple(vm, {Value::small_int(match->start(group)), Value::small_int(match->end(group))});
}

/// Whether group `a` closed after group `b`; both took part in the match. PCRE2 does not say which was last, so it is inferred: an outer
/// group closes after what is inside it, and of others the one that ends later. Where groups are inside different assertions, positions
/// tell nothing, and their order in the pattern decides.
bool closed_after(const Match* match, uint32_t a, uint32_t b) {
  const Regex& regex = *match->pattern->regex;
  for (uint32_t g = regex.parents[b]; g; g = regex.parents[g]) {
    if (g == a) return true;
  }
  for (uint32_t g = regex.parents[a]; g; g = regex.parents[g]) {
    if (g == b) return false;
  }
  if (regex.assertions[a] == regex.assertions[b] && match->end(a) != match->end(b)) return match->end(a) > match->end(b);
  return a > b;
}

uint32_t last_closed(const Match* match) {
  uint32_t last = 0;
  for (uint32_t g = 1; g < match->group_count; g++) {
    if (match->start(g) >= 0 && (last == 0 || closed_after(match, g, last))) last = g;
  }
  return last;
}

NATIVE(match_group, "group(self, *groups)", "The text of one or more groups: of the whole match without argument.") {
  auto* match = self_as<Match>(args);
  auto* groups = args[1].as<Tuple>();
  if (groups->size == 0) return match_slice(vm, match, 0, none());
  if (groups->size == 1) {
    COIL_TRY(uint32_t index, group_index_reenter(vm, match, groups->items[0]));
    return match_slice(vm, match, index, none());
  }
  COIL_TRY(Tuple* result, new_tuple(vm, groups->size));
  for (size_t i = 0; i < groups->size; i++) result->items[i] = none();
  for (size_t i = 0; i < groups->size; i++) {
    COIL_TRY(uint32_t index, group_index_reenter(vm, match, groups->items[i]));
    COIL_TRY(Value text, match_slice(vm, match, index, none()));
    store(result, result->items[i], text);
  }
  return Value(result);
}
NATIVE(match_groups, "groups(self, default=None)", "The texts of all groups, with `default` for those that took no part.") {
  auto* match = self_as<Match>(args);
  Value fallback = args.get(1, none());
  COIL_TRY(Tuple* result, new_tuple(vm, match->group_count - 1));
  for (size_t i = 0; i < result->size; i++) result->items[i] = none();
  for (uint32_t g = 1; g < match->group_count; g++) {
    COIL_TRY(Value text, match_slice(vm, match, g, fallback));
    store(result, result->items[g - 1], text);
  }
  return Value(result);
}
NATIVE(match_groupdict, "groupdict(self, default=None)", "The texts of named groups by name.") {
  auto* match = self_as<Match>(args);
  Value fallback = args.get(1, none());
  COIL_TRY(Dict* result, new_dict(vm));
  size_t position = 0;
  Value name, number;
  while (dict_next(match->pattern->group_index, &position, &name, &number)) {
    COIL_TRY(Value text, match_slice(vm, match, static_cast<uint32_t>(number.small_int()), fallback));
    COIL_CHECK(dict_set_str(vm, result, name.as<Str>(), text));
  }
  return Value(result);
}
NATIVE(match_start, "start(self, group=0, /)", "Where a group begins; -1 when it took no part.") {
  auto* match = self_as<Match>(args);
  COIL_TRY(uint32_t group, group_index_reenter(vm, match, args.get(1, Value::small_int(0))));
  return Value::small_int(match->start(group));
}
NATIVE(match_end, "end(self, group=0, /)", "Where a group ends; -1 when it took no part.") {
  auto* match = self_as<Match>(args);
  COIL_TRY(uint32_t group, group_index_reenter(vm, match, args.get(1, Value::small_int(0))));
  return Value::small_int(match->end(group));
}
NATIVE(match_span, "span(self, group=0, /)", "(start, end) of a group.") {
  auto* match = self_as<Match>(args);
  COIL_TRY(uint32_t group, group_index_reenter(vm, match, args.get(1, Value::small_int(0))));
  return span_tuple(vm, match, group);
}
NATIVE(match_expand, "expand(self, /, template)", "The template with its references to groups replaced.") {
  auto* match = self_as<Match>(args);
  COIL_TRY(Tuple* parts, parse_template_reenter(vm, match->pattern, args[1]));
  Joiner out(vm, match->pattern->is_text);
  for (size_t i = 0; i < parts->size; i++) {
    Value part = parts->items[i];
    if (part.is_small_int()) {
      COIL_TRY(part, match_slice(vm, match, static_cast<uint32_t>(part.small_int()), none()));
      if (part.is_none()) continue;
    }
    COIL_CHECK(out.add_value(part));
  }
  return out.finish();
}
NATIVE(match_copy, "__copy__(self, /)", "The object itself: it cannot change.") { return args[0]; }
NATIVE(match_deepcopy, "__deepcopy__(self, memo, /)", "The object itself: it cannot change.") { return args[0]; }

Result<Value> match_get_item(Vm& vm, Value self, Value key) {
  auto* match = self.as<Match>();
  COIL_TRY(uint32_t group, group_index_reenter(vm, match, key));
  return match_slice(vm, match, group, none());
}
Result<bool> match_truth(Vm&, Value) { return true; }

Result<Value> match_repr(Vm& vm, Value self) {
  auto* match = self.as<Match>();
  COIL_TRY(Value text, match_slice(vm, match, 0, none()));
  COIL_TRY(Str* shown, repr_reenter(vm, text));
  COIL_TRY(shown, substring(vm, shown, 0, std::min<size_t>(shown->length, 50)));
  StrBuilder out(vm);
  out.add("<re.Match object; span=(" + std::to_string(match->start(0)) + ", " + std::to_string(match->end(0)) + "), match=");
  out.add_str(shown);
  out.add(">");
  return out.finish();
}

Result<Value> match_string(Vm&, Value self) { return self.as<Match>()->string; }
Result<Value> match_re(Vm&, Value self) { return Value(self.as<Match>()->pattern); }
Result<Value> match_pos(Vm&, Value self) { return Value::small_int(self.as<Match>()->position); }
Result<Value> match_endpos(Vm&, Value self) { return Value::small_int(self.as<Match>()->end_position); }
Result<Value> match_regs(Vm& vm, Value self) {
  auto* match = self.as<Match>();
  COIL_TRY(Tuple* regs, new_tuple(vm, match->group_count));
  for (size_t i = 0; i < regs->size; i++) regs->items[i] = none();
  for (uint32_t g = 0; g < match->group_count; g++) {
    COIL_TRY(Value span, span_tuple(vm, match, g));
    store(regs, regs->items[g], span);
  }
  return Value(regs);
}
Result<Value> match_lastindex(Vm&, Value self) {
  uint32_t last = last_closed(self.as<Match>());
  return last ? Value::small_int(last) : none();
}
Result<Value> match_lastgroup(Vm&, Value self) {
  auto* match = self.as<Match>();
  return match->pattern->group_names->items[last_closed(match)];
}
const GetSetSpec kString{"string", match_string, nullptr, "The string passed to match() or search()."};
const GetSetSpec kRe{"re", match_re, nullptr, "The pattern object."};
const GetSetSpec kPos{"pos", match_pos, nullptr, "Where the search began."};
const GetSetSpec kEndpos{"endpos", match_endpos, nullptr, "Where the search had to end."};
const GetSetSpec kRegs{"regs", match_regs, nullptr, "The spans of all groups."};
const GetSetSpec kLastindex{"lastindex", match_lastindex, nullptr, "Number of the group that was closed last."};
const GetSetSpec kLastgroup{"lastgroup", match_lastgroup, nullptr, "Name of the group that was closed last."};

}  // namespace

Result<Value> new_match(Vm& vm, Pattern* pattern, const Subject& subject, size_t position, const Found& found) {
  uint32_t count = pattern->groups + 1;
  size_t bytes = sizeof(Match) - sizeof(Match::spans) + 2 * sizeof(int64_t) * count;
  COIL_TRY(Match* match, alloc_for_class<Match>(vm, g_match_class, Kind::NativeObject, bytes));
  match->ops = &kMatchOps;
  match->pattern = pattern;
  match->string = subject.original;
  match->position = static_cast<int64_t>(position);
  match->end_position = static_cast<int64_t>(subject.length);
  match->group_count = count;
  for (uint32_t i = 0; i < 2 * count; i++) {
    match->spans[i] = i < 2 * found.count ? static_cast<int64_t>(found.spans[i]) : -1;
  }
  return Value(match);
}

Result<Value> match_slice(Vm& vm, Match* match, uint32_t group, Value fallback) {
  if (match->start(group) < 0) return fallback;
  auto start = static_cast<size_t>(match->start(group)), end = static_cast<size_t>(match->end(group));
  if (match->string.is(Kind::Str)) return substring(vm, match->string.as<Str>(), start, end);
  // A bytearray may have become shorter since.
  ByteSpan bytes;
  if (!byte_span(match->string, &bytes)) bytes = {nullptr, 0};
  end = std::min(end, bytes.size);
  start = std::min(start, end);
  if (start == 0 && end == bytes.size && is_exact(match->string, Kind::Bytes)) return match->string;
  return new_bytes(vm, bytes.data + start, end - start);
}

Result<void> init_match_class(Vm& vm, Dict* ns) {
  COIL_TRY(g_match_class, new_module_class<Match>(vm, "Match", "re", "The result of re.match() and re.search()."));
  g_match_class->flags |= kClassFinal;
  g_match_class->native_name = "re.Match";
  Slots& slots = g_match_class->slots;
  slots.make = nullptr;
  slots.repr = match_repr;
  slots.get_item = match_get_item;
  slots.truth = match_truth;
  define_class(vm, g_match_class,
               {&match_group_spec, &match_start_spec, &match_end_spec, &match_span_spec, &match_groups_spec, &match_groupdict_spec,
                &match_expand_spec, &match_copy_spec, &match_deepcopy_spec, &native_class_getitem_spec},
               {&kString, &kRe, &kPos, &kEndpos, &kRegs, &kLastindex, &kLastgroup});
  return module_set(vm, ns, "Match", g_match_class);
}

}  // namespace coil::re
