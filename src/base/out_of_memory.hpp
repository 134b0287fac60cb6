// Memory that a program asks for and does not get is a MemoryError; memory that the interpreter can't do without ends the process.
#pragma once

namespace coil {

/// Says so and ends the process with exit code 1.
[[noreturn]] void out_of_memory();
/// The same when operator new fails: the rooms are compiled without exceptions, so nobody catches its std::bad_alloc.
void end_when_new_fails();

}  // namespace coil
