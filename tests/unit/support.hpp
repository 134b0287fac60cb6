// The virtual machine for unit tests that need one: started at the first call, shared by all cases.
#pragma once

#include <pthread.h>

#include "host/host.hpp"

inline coil::Vm& test_vm() {
  static coil::Vm& vm = []() -> coil::Vm& {
    pthread_attr_t attributes;
    void* low = nullptr;
    size_t size = 0;
    pthread_getattr_np(pthread_self(), &attributes);
    pthread_attr_getstack(&attributes, &low, &size);
    pthread_attr_destroy(&attributes);
    return coil::start_vm({}, static_cast<char*>(low) + size);
  }();
  return vm;
}
