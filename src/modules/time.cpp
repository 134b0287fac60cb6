// Module time: clocks, sleeping, calendar. Clocks and sleeping ask the oracle, so that virtual time works for scripts too.
#include "bytecode/code.hpp"
#include "modules/blocking_sleep.hpp"
#include "modules/host_services.hpp"
#include "modules/module.hpp"

#include <time.h>

#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "async/oracle.hpp"
#include "modules/struct_sequence.hpp"
#include "modules/time_span.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/str.hpp"
#include "vm/interpreter.hpp"
#include "vm/threads.hpp"

namespace coil {

BlockingSleep g_blocking_sleep;

namespace {

constexpr int64_t kSecond = 1'000'000'000;

Class* g_struct_time;
Dict* g_namespace;  // of the module, for tzset()
const SequenceSpec kStructTime{"time", "struct_time", "A point in time as calendar fields.", 11,
                               {"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst",
                                "tm_zone", "tm_gmtoff"},
                               9};

Result<Value> seconds(Vm& vm, int64_t ns) { return make_float(vm, static_cast<double>(ns) / 1e9); }

int64_t clock_ns(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<int64_t>(now.tv_sec) * kSecond + now.tv_nsec;
}

NATIVE(time_time, "time()", "Seconds since 1970.") { return seconds(vm, g_oracle->wall_ns()); }
NATIVE(time_time_ns, "time_ns()", "Nanoseconds since 1970.") { return make_int(vm, g_oracle->wall_ns()); }
NATIVE(time_monotonic, "monotonic()", "Seconds of a clock that never goes back.") { return seconds(vm, g_oracle->monotonic_ns()); }
NATIVE(time_monotonic_ns, "monotonic_ns()", "Nanoseconds of a clock that never goes back.") {
  return make_int(vm, g_oracle->monotonic_ns());
}
NATIVE(time_perf_counter, "perf_counter()", "Seconds of the most precise clock.") { return seconds(vm, g_oracle->monotonic_ns()); }
NATIVE(time_perf_counter_ns, "perf_counter_ns()", "Nanoseconds of the most precise clock.") {
  return make_int(vm, g_oracle->monotonic_ns());
}
NATIVE(time_process_time, "process_time()", "Seconds of processor time of the process.") {
  return seconds(vm, clock_ns(CLOCK_PROCESS_CPUTIME_ID));
}
NATIVE(time_process_time_ns, "process_time_ns()", "Nanoseconds of processor time of the process.") {
  return make_int(vm, clock_ns(CLOCK_PROCESS_CPUTIME_ID));
}
NATIVE(time_thread_time, "thread_time()", "Seconds of processor time of the thread.") {
  return seconds(vm, clock_ns(CLOCK_THREAD_CPUTIME_ID));
}
NATIVE(time_thread_time_ns, "thread_time_ns()", "Nanoseconds of processor time of the thread.") {
  return make_int(vm, clock_ns(CLOCK_THREAD_CPUTIME_ID));
}

Result<clockid_t> clock_argument_reenter(Vm& vm, Value value) {
  return parsed_int_reenter(vm, value);
}
Result<int64_t> clock_value_reenter(Vm& vm, Value which, int (*read)(clockid_t, timespec*)) {
  COIL_TRY(clockid_t clock, clock_argument_reenter(vm, which));
  timespec now{};
  if (read(clock, &now) < 0) return raise_os_error(vm, errno);
  return static_cast<int64_t>(now.tv_sec) * kSecond + now.tv_nsec;
}
NATIVE(time_clock_gettime, "clock_gettime(clk_id, /) counted", "Seconds of a clock of the system.") {
  COIL_TRY(int64_t ns, clock_value_reenter(vm, args[0], clock_gettime));
  return seconds(vm, ns);
}
NATIVE(time_clock_gettime_ns, "clock_gettime_ns(clk_id, /) counted", "Nanoseconds of a clock of the system.") {
  COIL_TRY(int64_t ns, clock_value_reenter(vm, args[0], clock_gettime));
  return make_int(vm, ns);
}
NATIVE(time_clock_getres, "clock_getres(clk_id, /) counted", "The resolution of a clock of the system, in seconds.") {
  COIL_TRY(int64_t ns, clock_value_reenter(vm, args[0], clock_getres));
  return seconds(vm, ns);
}
NATIVE(time_pthread_getcpuclockid, "pthread_getcpuclockid(thread_id, /) counted", "The clock of a thread's processor time.") {
  if (args[0].is_float() || !is_instance(args[0], vm.type(Kind::Int))) {
    return raise_type_error(vm, "pthread_getcpuclockid() argument 1 must be int, not %s", argument_type_name(args[0]));
  }
  int64_t thread;
  clockid_t clock;
  if (!int_to_i64(args[0], &thread) || !is_thread(vm, static_cast<uint64_t>(thread))) return raise_os_error(vm, ESRCH);
  if (int error = ::pthread_getcpuclockid(static_cast<pthread_t>(thread), &clock)) return raise_os_error(vm, error);
  return Value::small_int(clock);
}
Result<Value> set_clock_reenter(Vm& vm, Value which, int64_t ns) {
  COIL_TRY(clockid_t clock, clock_argument_reenter(vm, which));
  auto [whole, rest] = std::lldiv(ns, kSecond);
  timespec when{whole, rest};
  if (clock_settime(clock, &when) < 0) return raise_os_error(vm, errno);
  return none();
}
NATIVE(time_clock_settime, "clock_settime(clk_id, time, /) counted", "Set a clock of the system.") {
  if (!args[1].is_float()) COIL_CHECK(index_reenter(vm, args[1]));
  COIL_TRY(double wanted, number_as_double_reenter(vm, args[1]));
  if (std::isnan(wanted)) return raise_value_error(vm, "Invalid value NaN (not a number)");
  if (!(std::fabs(wanted) < 9.2e9)) return raise(vm, Exc::OverflowError, "timestamp out of range for platform time_t");
  return set_clock_reenter(vm, args[0], static_cast<int64_t>(wanted * 1e9));
}
NATIVE(time_clock_settime_ns, "clock_settime_ns(clk_id, time, /) counted", "Set a clock of the system, in nanoseconds.") {
  if (!args[1].is_int()) return raise_type_error(vm, "expect int, got %s", type_name(args[1]));
  int64_t wanted;
  if (!int_to_i64(args[1], &wanted)) return raise(vm, Exc::OverflowError, "timestamp too large to convert to C _PyTime_t");
  return set_clock_reenter(vm, args[0], wanted);
}

void note_blocking_sleep(Vm& vm, int64_t taken_ns) {
  const Frame* frame = vm.thread->frame;
  g_blocking_sleep.total_ns += taken_ns;
  const CodeUnit& unit = *frame->code()->unit;
  size_t instr = static_cast<size_t>(std::max<ptrdiff_t>(frame->ip - frame->code()->instrs, 1)) - 1;
  g_blocking_sleep.place = unit.filename + ":" + std::to_string(unit.positions[instr].line) + " in " + unit.qualname;
}

NATIVE(time_sleep, "sleep(seconds, /)", "Block the thread.") {
  COIL_TRY(int64_t wanted, time_span_reenter(vm, args[0]));
  if (wanted < 0) return raise_value_error(vm, "sleep length must be non-negative");
  int64_t start = g_oracle->monotonic_ns(), deadline = deadline_of_span(wanted);
  for (;;) {
    int64_t left = deadline - g_oracle->monotonic_ns();
    bool done = g_oracle->sleep(vm, left > 0 ? left : 0);
    COIL_CHECK(check_interrupts_reenter(vm));
    if (!done && left > 0) continue;
    if (vm.thread->current_task) note_blocking_sleep(vm, g_oracle->monotonic_ns() - start);
    return none();
  }
}

/// Seconds since 1970 of an argument, now when it is absent or None.
Result<time_t> seconds_argument_reenter(Vm& vm, Value value) {
  if (value.is_nothing() || value.is_none()) return static_cast<time_t>(g_oracle->wall_ns() / kSecond);
  double number;
  if (value.is_float()) {
    number = value.as_float();
    if (std::isnan(number)) return raise_value_error(vm, "Invalid value NaN (not a number)");
  } else {
    COIL_TRY(Value index, index_reenter(vm, value));
    int64_t whole;
    if (!int_to_i64(index, &whole)) return raise(vm, Exc::OverflowError, "timestamp out of range for platform time_t");
    return static_cast<time_t>(whole);
  }
  if (!(std::fabs(number) < 9.2e18)) return raise(vm, Exc::OverflowError, "timestamp out of range for platform time_t");
  return static_cast<time_t>(std::floor(number));
}

Result<Value> new_struct_time(Vm& vm, const tm& fields) {
  COIL_TRY(Str* zone, new_str(vm, fields.tm_zone ? fields.tm_zone : ""));
  auto number = [](int64_t n) { return Value::small_int(n); };
  Value items[] = {number(fields.tm_year + int64_t{1900}), number(fields.tm_mon + 1), number(fields.tm_mday), number(fields.tm_hour),
                   number(fields.tm_min), number(fields.tm_sec), number((fields.tm_wday + 6) % 7), number(fields.tm_yday + 1),
                   number(fields.tm_isdst), zone, number(fields.tm_gmtoff)};
  return new_sequence(vm, g_struct_time, items);
}

NATIVE(time_localtime, "localtime(seconds=None, /) counted", "Calendar fields in the local time zone.") {
  COIL_TRY(time_t when, seconds_argument_reenter(vm, args[0]));
  tm fields{};
  if (!localtime_r(&when, &fields)) return raise_os_error(vm, errno);
  return new_struct_time(vm, fields);
}

NATIVE(time_gmtime, "gmtime(seconds=None, /) counted", "Calendar fields in UTC.") {
  COIL_TRY(time_t when, seconds_argument_reenter(vm, args[0]));
  tm fields{};
  if (!gmtime_r(&when, &fields)) return raise_os_error(vm, errno);
  return new_struct_time(vm, fields);
}

/// A 9-tuple or struct_time as C fields; checked as CPython does.
Result<tm> fields_argument_reenter(Vm& vm, Value value, const char* function, bool check) {
  if (!value.is(Kind::Tuple)) return raise_type_error(vm, "Tuple or struct_time argument required");
  auto* tuple = value.as<Tuple>();
  if (tuple->size != 9) return raise_type_error(vm, "%s(): illegal time tuple argument", function);
  int64_t numbers[9];
  for (size_t i = 0; i < 9; i++) {
    COIL_TRY(numbers[i], parsed_int_reenter(vm, tuple->items[i]));
  }
  if (numbers[0] < INT32_MIN + 1900) return raise(vm, Exc::OverflowError, "year out of range");
  tm fields{};
  fields.tm_year = static_cast<int>(numbers[0] - 1900);
  fields.tm_mon = static_cast<int>(numbers[1] - 1);
  fields.tm_mday = static_cast<int>(numbers[2]);
  fields.tm_hour = static_cast<int>(numbers[3]);
  fields.tm_min = static_cast<int>(numbers[4]);
  fields.tm_sec = static_cast<int>(numbers[5]);
  fields.tm_wday = static_cast<int>((numbers[6] + 1) % 7);
  fields.tm_yday = static_cast<int>(numbers[7] - 1);
  fields.tm_isdst = static_cast<int>(numbers[8]);
  Value offset = is_instance(value, g_struct_time) ? instance_attr(tuple, intern(vm, "tm_gmtoff")) : Value();
  if (offset && offset.is_small_int()) fields.tm_gmtoff = offset.small_int();
  Value zone = is_instance(value, g_struct_time) ? instance_attr(tuple, intern(vm, "tm_zone")) : Value();
  if (zone && zone.is(Kind::Str)) {
    static std::string name;  // used before the next fields are read
    name = str_utf8(zone.as<Str>());
    fields.tm_zone = name.c_str();
  }
  if (!check) return fields;
  if (fields.tm_mon == -1) fields.tm_mon = 0;
  if (fields.tm_mon < 0 || fields.tm_mon > 11) return raise_value_error(vm, "month out of range");
  if (fields.tm_mday == 0) fields.tm_mday = 1;
  if (fields.tm_mday < 0 || fields.tm_mday > 31) return raise_value_error(vm, "day of month out of range");
  if (fields.tm_hour < 0 || fields.tm_hour > 23) return raise_value_error(vm, "hour out of range");
  if (fields.tm_min < 0 || fields.tm_min > 59) return raise_value_error(vm, "minute out of range");
  if (fields.tm_sec < 0 || fields.tm_sec > 61) return raise_value_error(vm, "seconds out of range");
  if (fields.tm_wday < 0) return raise_value_error(vm, "day of week out of range");
  if (fields.tm_yday == -1) fields.tm_yday = 0;
  if (fields.tm_yday < 0 || fields.tm_yday > 365) return raise_value_error(vm, "day of year out of range");
  return fields;
}

/// The argument's fields, or the present in the local time zone.
Result<tm> fields_or_now_reenter(Vm& vm, Args args, size_t index, const char* function) {
  if (args.has(index)) return fields_argument_reenter(vm, args[index], function, true);
  time_t when = static_cast<time_t>(g_oracle->wall_ns() / kSecond);
  tm fields{};
  localtime_r(&when, &fields);
  return fields;
}

NATIVE(time_mktime, "mktime(fields, /)", "Seconds since 1970 of local calendar fields.") {
  COIL_TRY(tm fields, fields_argument_reenter(vm, args[0], "mktime", false));
  fields.tm_wday = -1;
  time_t when = mktime(&fields);
  if (when == -1 && fields.tm_wday == -1) return raise(vm, Exc::OverflowError, "mktime argument out of range");
  return make_float(vm, static_cast<double>(when));
}

Result<Value> ctime_text(Vm& vm, const tm& fields) {
  static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return new_str_format(vm, "%s %s%3d %.2d:%.2d:%.2d %lld", kDays[fields.tm_wday % 7], kMonths[fields.tm_mon % 12], fields.tm_mday,
                        fields.tm_hour, fields.tm_min, fields.tm_sec, fields.tm_year + 1900LL);
}

NATIVE(time_asctime, "asctime(fields=None, /) in tuple", "Calendar fields as 'Sat Jun 06 16:26:11 1998'.") {
  COIL_TRY(tm fields, fields_or_now_reenter(vm, args, 0, "asctime"));
  return ctime_text(vm, fields);
}

NATIVE(time_ctime, "ctime(seconds=None, /) counted", "Local time as 'Sat Jun 06 16:26:11 1998'.") {
  COIL_TRY(time_t when, seconds_argument_reenter(vm, args[0]));
  tm fields{};
  if (!localtime_r(&when, &fields)) return raise_os_error(vm, errno);
  return ctime_text(vm, fields);
}

NATIVE(time_strftime, "strftime(format, fields=None, /) counted", "Calendar fields as text by a format.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "strftime() argument 1 must be str, not %s", argument_type_name(args[0]));
  COIL_TRY(tm fields, fields_or_now_reenter(vm, args, 1, "strftime"));
  std::string format = str_utf8(args[0]);
  if (format.empty()) return vm.empty_str;
  if (format.find('\0') != std::string::npos) return raise_value_error(vm, "embedded null character");
  // An empty result and a too small buffer look alike: a blank in front makes the result non-empty.
  format.insert(0, " ");
  for (size_t size = 256 + format.size(); size < (size_t{64} << 20); size *= 2) {
    std::string text(size, '\0');
    size_t length = strftime(text.data(), size, format.c_str(), &fields);
    if (length) return new_str(vm, std::string_view(text).substr(1, length - 1));
  }
  return raise_memory_error(vm);
}

NATIVE(time_strptime, "strptime(*args) in tuple", "The calendar fields of a text, by a format.") {
  COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "_strptime")));
  COIL_TRY(Value function, get_attr_reenter(vm, module, intern(vm, "_strptime_time")));
  return call_ex_reenter(vm, function, args[0].as<Tuple>(), nullptr);
}

/// timezone, altzone, daylight and tzname, which tzset() changes. They are what holds at the beginning and in the middle of this year: the C library's own
/// variables also know what a zone had long ago. South of the equator the beginning is the summer.
Result<void> set_time_zone(Vm& vm, Dict* ns) {
  tzset();
  constexpr time_t kYear = (365 * 24 + 6) * 3600;
  const time_t begin = static_cast<time_t>(g_oracle->wall_ns() / kSecond) / kYear * kYear, middle = begin + kYear / 2;
  tm winter{}, summer{};
  localtime_r(&begin, &winter);
  localtime_r(&middle, &summer);
  if (winter.tm_gmtoff > summer.tm_gmtoff) std::swap(winter, summer);
  COIL_CHECK(module_set_int(vm, ns, "timezone", -winter.tm_gmtoff));
  COIL_CHECK(module_set_int(vm, ns, "altzone", -summer.tm_gmtoff));
  COIL_CHECK(module_set_int(vm, ns, "daylight", winter.tm_gmtoff != summer.tm_gmtoff));
  COIL_TRY(Str* winter_name, new_str(vm, winter.tm_zone ? winter.tm_zone : ""));
  COIL_TRY(Str* summer_name, new_str(vm, summer.tm_zone ? summer.tm_zone : ""));
  COIL_TRY(Tuple* names, make_tuple(vm, {winter_name, summer_name}));
  return module_set(vm, ns, "tzname", names);
}

NATIVE(time_tzset, "tzset()", "Read the time zone from the environment again.") {
  COIL_CHECK(set_time_zone(vm, g_namespace));
  return none();
}

NATIVE(time_get_clock_info, "get_clock_info(name, /) counted", "What is known about a clock.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "get_clock_info() argument 1 must be str, not %s", argument_type_name(args[0]));
  std::string name = str_utf8(args[0]);
  struct Info { const char *name, *implementation; bool monotonic, adjustable; };
  static constexpr Info kClocks[] = {
      {"time", "clock_gettime(CLOCK_REALTIME)", false, true},
      {"monotonic", "clock_gettime(CLOCK_MONOTONIC)", true, false},
      {"perf_counter", "clock_gettime(CLOCK_MONOTONIC)", true, false},
      {"process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false},
      {"thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false},
  };
  for (const Info& info : kClocks) {
    if (name != info.name) continue;
    COIL_TRY(Dict* fields, new_dict(vm));
    COIL_CHECK(module_set_str(vm, fields, "implementation", info.implementation));
    COIL_CHECK(module_set(vm, fields, "monotonic", Value::boolean(info.monotonic)));
    COIL_CHECK(module_set(vm, fields, "adjustable", Value::boolean(info.adjustable)));
    COIL_TRY(Value resolution, make_float(vm, 1e-9));
    COIL_CHECK(module_set(vm, fields, "resolution", resolution));
    return call_ex_reenter(vm, vm.type(Kind::SimpleNamespace), vm.empty_tuple, fields);
  }
  return raise_value_error(vm, "unknown clock");
}

Result<void> init_time(Vm& vm, Dict* ns) {
  COIL_CHECK(keep_forever(vm, ns));
  g_namespace = ns;
  COIL_TRY(Class* cls, new_sequence_class(vm, &kStructTime));
  g_struct_time = cls;
  COIL_CHECK(module_set(vm, ns, "struct_time", cls));
  constexpr std::pair<const char*, clockid_t> kClocks[] = {
      {"CLOCK_REALTIME", CLOCK_REALTIME}, {"CLOCK_MONOTONIC", CLOCK_MONOTONIC}, {"CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW},
      {"CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID}, {"CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID},
      {"CLOCK_BOOTTIME", CLOCK_BOOTTIME}, {"CLOCK_TAI", CLOCK_TAI}};
  for (auto [name, clock] : kClocks) COIL_CHECK(module_set_int(vm, ns, name, clock));
  return set_time_zone(vm, ns);
}

}  // namespace

MODULE(time, "time", "Clocks, sleeping and calendar fields.", init_time, FN(time_time), FN(time_time_ns), FN(time_monotonic),
       FN(time_monotonic_ns), FN(time_perf_counter), FN(time_perf_counter_ns), FN(time_process_time), FN(time_process_time_ns),
       FN(time_thread_time), FN(time_thread_time_ns), FN(time_clock_gettime), FN(time_clock_gettime_ns), FN(time_clock_getres), FN(time_pthread_getcpuclockid),
       FN(time_clock_settime), FN(time_clock_settime_ns), FN(time_sleep), FN(time_localtime), FN(time_gmtime), FN(time_mktime),
       FN(time_asctime), FN(time_ctime), FN(time_strftime), FN(time_strptime), FN(time_tzset), FN(time_get_clock_info))

}  // namespace coil
