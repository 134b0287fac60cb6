// Between the files of module math.
#pragma once

#include "modules/module.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"

namespace coil {

Error raise_math_domain(Vm&);  // ValueError "math domain error"
Error raise_math_range(Vm&);   // OverflowError "math range error"

std::initializer_list<const NativeSpec*> math_integer_functions();
std::initializer_list<const NativeSpec*> math_sum_functions();

}  // namespace coil
