// tzinfo and timezone, and what the other types ask of a time zone.
#include "modules/datetime_internal.hpp"
#include "objects/protocol.hpp"

namespace coil {

Class *g_tzinfo, *g_timezone;

namespace {

struct Zone : NativeObject {
  Value offset;  // a Delta
  Value name;    // a Str, or None
};

const NativeObjectOps kTzinfoOps{nullptr, nullptr};
const NativeObjectOps kZoneOps{[](Cell* cell, Marker& marker) {
                                 marker.value(static_cast<Zone*>(cell)->offset);
                                 marker.value(static_cast<Zone*>(cell)->name);
                               },
                               nullptr};

Value g_utc;

bool is_zone(Value v) { return has_ops(v, &kZoneOps); }

Result<Value> tzinfo_make(Vm& vm, Class* cls, Value*, size_t, Tuple*) { return new_native_object<NativeObject>(vm, cls, &kTzinfoOps); }

#define OFFSET_RANGE "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)"

bool is_offset(Value delta) {
  Wide total = delta.as<Delta>()->total();
  return total > -kDayMicros && total < kDayMicros;
}

Result<void> check_offset(Vm& vm, const char* method, Value offset) {
  if (offset.is_none()) return ok();
  if (!is_delta(offset)) return raise_type_error(vm, "tzinfo.%s() must return None or timedelta, not '%s'", method, type_name(offset));
  if (is_offset(offset)) return ok();
  return raise_value_error(vm, OFFSET_RANGE ".");
}

Result<Zone*> new_zone(Vm& vm, Value offset, Value name) {
  COIL_TRY(Zone* zone, new_native_object<Zone>(vm, g_timezone, &kZoneOps));
  zone->offset = offset;
  zone->name = name;
  write_barrier(zone);
  return zone;
}

NATIVE(timezone_new, "timezone(cls, offset, name=None)", "Fixed offset from UTC.") {
  if (!is_delta(args[1])) return raise_type_error(vm, "timezone() argument 1 must be datetime.timedelta, not %s", argument_type_name(args[1]));
  Value name = args.get(2, none());
  if (args.has(2) && !name.is(Kind::Str)) return raise_type_error(vm, "timezone() argument 2 must be str, not %s", argument_type_name(name));
  if (!args.has(2) && args[1].as<Delta>()->total() == 0) return g_utc;
  if (is_offset(args[1])) return new_zone(vm, args[1], name);
  COIL_TRY(Str* shown, repr_reenter(vm, args[1]));
  return raise_text(vm, Exc::ValueError, OFFSET_RANGE ", not " + str_utf8(shown) + ".");
}
#undef OFFSET_RANGE
COIL_MAKE_SLOT(timezone_make, timezone_new)

Result<Str*> zone_text(Vm& vm, const Zone* zone) {
  if (zone->name.is(Kind::Str)) return zone->name.as<Str>();
  std::string text = "UTC";
  if (zone->offset.as<Delta>()->total() != 0) append_offset(text, zone->offset, ":");
  return new_str_ascii(vm, text);
}

Result<Value> timezone_compare(Vm&, Value self, Value other, CompareOp op) {
  if (!is_zone(other) || (op != CompareOp::Eq && op != CompareOp::Ne)) return Value(&not_implemented_cell);
  bool same = self.as<Zone>()->offset.as<Delta>()->total() == other.as<Zone>()->offset.as<Delta>()->total();
  return Value::boolean(same == (op == CompareOp::Eq));
}
Result<int64_t> timezone_hash(Vm& vm, Value self) { return hash_reenter(vm, self.as<Zone>()->offset); }
Result<Value> timezone_str(Vm& vm, Value self) { return zone_text(vm, self.as<Zone>()); }
Result<Value> timezone_repr(Vm& vm, Value self) {
  if (self == g_utc) return new_str_ascii(vm, "datetime.timezone.utc");
  auto* zone = self.as<Zone>();
  COIL_TRY(Str* offset, repr_reenter(vm, zone->offset));
  std::string text = shown_class(self) + "(" + str_utf8(offset);
  if (zone->name.is(Kind::Str)) {
    COIL_TRY(Str* name, str_repr(vm, zone->name.as<Str>()));
    text += ", " + str_utf8(name);
  }
  return new_str(vm, text + ")");
}

Result<void> check_moment(Vm& vm, Value moment, const char* method) {
  if (moment.is_none() || is_datetime(moment)) return ok();
  return raise_type_error(vm, "%s(dt) argument must be a datetime instance or None, not %s", method, type_name(moment));
}
NATIVE(timezone_utcoffset, "utcoffset(self, dt, /)", "Return fixed offset.") {
  COIL_CHECK(check_moment(vm, args[1], "utcoffset"));
  return self_as<Zone>(args)->offset;
}
NATIVE(timezone_tzname, "tzname(self, dt, /)", "If name is specified when timezone is created, returns the name.  Otherwise returns offset as 'UTC(+|-)HH:MM'.") {
  COIL_CHECK(check_moment(vm, args[1], "tzname"));
  return zone_text(vm, self_as<Zone>(args));
}
NATIVE(timezone_dst, "dst(self, dt, /)", "Return None.") {
  COIL_CHECK(check_moment(vm, args[1], "dst"));
  return none();
}
NATIVE(timezone_fromutc, "fromutc(self, dt, /)", "datetime in UTC -> datetime in local time.") {
  if (!is_datetime(args[1])) return raise_type_error(vm, "fromutc: argument must be a datetime");
  if (args[1].as<DateTime>()->zone != args[0]) return raise_value_error(vm, "fromutc: dt.tzinfo is not self");
  return binary_reenter(vm, BinaryOp::Add, args[1], self_as<Zone>(args)->offset);
}
NATIVE(timezone_getinitargs, "__getinitargs__(self)", "pickle support") {
  auto* zone = self_as<Zone>(args);
  if (zone->name.is_none()) return make_tuple(vm, {zone->offset});
  return make_tuple(vm, {zone->offset, zone->name});
}

}  // namespace

Result<Value> zone_offset_reenter(Vm& vm, Value zone, const char* method, Value moment) {
  if (zone.is_none()) return none();
  if (is_zone(zone)) return method[0] == 'u' ? zone.as<Zone>()->offset : none();
  COIL_TRY(Value offset, call_method_reenter(vm, zone, intern(vm, method), {moment}));
  COIL_CHECK(check_offset(vm, method, offset));
  return offset;
}

Result<Value> zone_name_reenter(Vm& vm, Value zone, Value moment) {
  if (zone.is_none()) return none();
  COIL_TRY(Value name, call_method_reenter(vm, zone, intern(vm, "tzname"), {moment}));
  if (name.is_none() || name.is(Kind::Str)) return name;
  return raise_type_error(vm, "tzinfo.tzname() must return None or a string, not '%s'", type_name(name));
}

Result<void> check_zone(Vm& vm, Value zone) {
  if (zone.is_none() || is_instance(zone, g_tzinfo)) return ok();
  return raise_type_error(vm, "tzinfo argument must be None or of a tzinfo subclass, not type '%s'", type_name(zone));
}

Result<void> append_zone_repr_reenter(Vm& vm, std::string& out, Value zone) {
  if (zone.is_none()) return ok();
  COIL_TRY(Str* shown, repr_reenter(vm, zone));
  out += ", tzinfo=" + str_utf8(shown);
  return ok();
}

Result<void> init_zones(Vm& vm, Dict* ns) {
  COIL_TRY(g_tzinfo, new_module_class<NativeObject>(vm, "tzinfo", "datetime", "Abstract base class for time zone info objects."));
  g_tzinfo->native_name = "datetime.tzinfo";
  g_tzinfo->slots.make = tzinfo_make;
  g_tzinfo->slots.init = init_nothing;
  define_class(vm, g_tzinfo, {}, {});
  g_timezone = new_native_class(vm, "timezone", "datetime", g_tzinfo, Kind::NativeObject, sizeof(Zone), "Fixed offset from UTC implementation of tzinfo.");
  if (!g_timezone) return raise_memory_error(vm);
  COIL_CHECK(keep_forever(vm, g_timezone));
  g_timezone->native_name = "datetime.timezone";
  g_timezone->flags |= kClassFinal;
  Slots& slots = g_timezone->slots;
  slots.make = timezone_make;
  slots.init = init_nothing;
  slots.repr = timezone_repr;
  slots.str = timezone_str;
  slots.hash = timezone_hash;
  slots.compare = timezone_compare;
  define_class(vm, g_timezone,
               {FN(timezone_utcoffset), FN(timezone_tzname), FN(timezone_dst), FN(timezone_fromutc), FN(timezone_getinitargs)}, {});
  COIL_TRY(Delta* zero, make_delta(vm, 0));
  COIL_TRY(Zone* utc, new_zone(vm, zero, none()));
  COIL_CHECK(keep_forever(vm, utc));
  g_utc = utc;
  COIL_CHECK(module_set(vm, ns, "UTC", utc));
  COIL_CHECK(module_set(vm, ns, "tzinfo", g_tzinfo));
  return module_set(vm, ns, "timezone", g_timezone);
}

}  // namespace coil
