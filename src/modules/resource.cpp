// Module resource: limits of the process and what it has used.
#include <cerrno>

#include <sys/resource.h>
#include <unistd.h>

#include "modules/struct_sequence.hpp"
#include "modules/support.hpp"

namespace coil {

namespace {

Class* g_usage_class;
const SequenceSpec kUsage{"resource", "struct_rusage", "What a process has used.", 16,
                          {"ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap", "ru_inblock",
                           "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw"}};

Result<__rlimit_resource> resource_argument_reenter(Vm& vm, Value value) {
  COIL_TRY(int64_t number, argument_int64_reenter(vm, value));
  if (number < 0 || number >= RLIM_NLIMITS) return raise_value_error(vm, "invalid resource specified");
  return static_cast<__rlimit_resource>(number);
}
Result<Value> limit_value(Vm& vm, rlim_t limit) { return make_int(vm, static_cast<int64_t>(limit)); }
Result<Value> limits_value(Vm& vm, const rlimit& limit) {
  COIL_TRY(Value soft, limit_value(vm, limit.rlim_cur));
  COIL_TRY(Value hard, limit_value(vm, limit.rlim_max));
  return make_tuple(vm, {soft, hard});
}
Result<rlimit> limits_argument_reenter(Vm& vm, Value value) {
  COIL_TRY(Tuple* pair, tuple_from_iterable_reenter(vm, value));
  if (pair->size != 2) return raise_value_error(vm, "expected a tuple of 2 integers");
  COIL_TRY(int64_t soft, argument_int64_reenter(vm, pair->items[0]));
  COIL_TRY(int64_t hard, argument_int64_reenter(vm, pair->items[1]));
  return rlimit{static_cast<rlim_t>(soft), static_cast<rlim_t>(hard)};
}
Error raise_limit_error(Vm& vm) {
  if (errno == EINVAL) return raise_value_error(vm, "current limit exceeds maximum limit");
  if (errno == EPERM) return raise_value_error(vm, "not allowed to raise maximum limit");
  return raise_os_error(vm, errno);
}

NATIVE(resource_getrlimit, "getrlimit(resource, /)", "(soft, hard)") {
  COIL_TRY(__rlimit_resource resource, resource_argument_reenter(vm, args[0]));
  rlimit limit;
  if (::getrlimit(resource, &limit) < 0) return raise_os_error(vm, errno);
  return limits_value(vm, limit);
}
NATIVE(resource_setrlimit, "setrlimit(resource, limits, /)", "Set (soft, hard).") {
  COIL_TRY(__rlimit_resource resource, resource_argument_reenter(vm, args[0]));
  COIL_TRY(rlimit limit, limits_argument_reenter(vm, args[1]));
  return ::setrlimit(resource, &limit) == 0 ? Result<Value>(none()) : raise_limit_error(vm);
}
NATIVE(resource_prlimit, "prlimit(pid, resource, limits=None, /)", "(soft, hard) of a process as they were, before the new ones are set.") {
  COIL_TRY(int64_t pid, argument_int64_reenter(vm, args[0]));
  COIL_TRY(__rlimit_resource resource, resource_argument_reenter(vm, args[1]));
  rlimit wanted{}, before{};
  const bool sets = args.has(2) && !args[2].is_none();
  if (sets) {
    COIL_TRY(wanted, limits_argument_reenter(vm, args[2]));
  }
  if (::prlimit(static_cast<pid_t>(pid), resource, sets ? &wanted : nullptr, &before) < 0) return errno == EINVAL ? raise_limit_error(vm) : raise_os_error(vm, errno);
  return limits_value(vm, before);
}
NATIVE(resource_getrusage, "getrusage(who, /)", "What the process (RUSAGE_SELF), its children or this thread have used.") {
  COIL_TRY(int64_t who, argument_int64_reenter(vm, args[0]));
  rusage usage;
  if (who < INT32_MIN || who > INT32_MAX || ::getrusage(static_cast<__rusage_who>(who), &usage) < 0) {
    return raise_value_error(vm, "invalid who parameter");
  }
  COIL_TRY(Tuple* items, new_tuple(vm, kUsage.field_count));
  const timeval* times[] = {&usage.ru_utime, &usage.ru_stime};
  for (size_t i = 0; i < 2; i++) {
    COIL_TRY(Value seconds, make_float(vm, static_cast<double>(times[i]->tv_sec) + 1e-6 * static_cast<double>(times[i]->tv_usec)));
    store(items, items->items[i], seconds);
  }
  const long counts[] = {usage.ru_maxrss, usage.ru_ixrss, usage.ru_idrss, usage.ru_isrss, usage.ru_minflt, usage.ru_majflt, usage.ru_nswap,
                         usage.ru_inblock, usage.ru_oublock, usage.ru_msgsnd, usage.ru_msgrcv, usage.ru_nsignals, usage.ru_nvcsw, usage.ru_nivcsw};
  for (size_t i = 0; i < std::size(counts); i++) {
    COIL_TRY(Value count, make_int(vm, counts[i]));
    store(items, items->items[2 + i], count);
  }
  return new_sequence(vm, g_usage_class, items->items);
}
NATIVE(resource_getpagesize, "getpagesize()", "Bytes of a page.") { return Value::small_int(::getpagesize()); }

Result<void> init_resource(Vm& vm, Dict* ns) {
  COIL_TRY(g_usage_class, new_sequence_class(vm, &kUsage));
  COIL_CHECK(module_set(vm, ns, "struct_rusage", g_usage_class));
  COIL_CHECK(module_set(vm, ns, "error", vm.exception(Exc::OSError)));
  struct Row { const char* name; int64_t number; };
#define ROW(name) {#name, static_cast<int64_t>(name)}
  static constexpr Row kRows[] = {
      ROW(RLIMIT_AS), ROW(RLIMIT_CORE), ROW(RLIMIT_CPU), ROW(RLIMIT_DATA), ROW(RLIMIT_FSIZE), ROW(RLIMIT_MEMLOCK), ROW(RLIMIT_NOFILE), ROW(RLIMIT_NPROC),
      ROW(RLIMIT_RSS), ROW(RLIMIT_STACK), ROW(RLIMIT_OFILE), ROW(RLIMIT_MSGQUEUE), ROW(RLIMIT_NICE), ROW(RLIMIT_RTPRIO), ROW(RLIMIT_RTTIME), ROW(RLIMIT_SIGPENDING),
      ROW(RLIM_INFINITY), ROW(RUSAGE_SELF), ROW(RUSAGE_CHILDREN), ROW(RUSAGE_THREAD),
  };
#undef ROW
  for (const Row& row : kRows) COIL_CHECK(module_set_int(vm, ns, row.name, row.number));
  return ok();
}

}  // namespace

MODULE(resource, "resource", "Limits of the process and what it has used.", init_resource, FN(resource_getrlimit), FN(resource_setrlimit), FN(resource_prlimit),
       FN(resource_getrusage), FN(resource_getpagesize))

}  // namespace coil
