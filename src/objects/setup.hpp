// Start-up of the built-in types: each file that implements types exports one function; Vm start calls them in this order.
#pragma once

namespace coil {
struct Dict;
struct Vm;

void setup_numbers(Vm&);     // builtins/{int,float,complex,bool}.cpp
void setup_text(Vm&);        // builtins/str*.cpp, bytes*.cpp, memoryview.cpp
void setup_containers(Vm&);  // builtins/{list,tuple,dict,set,range,slice,iterators}.cpp
void setup_objects(Vm&);     // builtins/{object,type,function,descriptors,exceptions,...}.cpp
void setup_coroutines(Vm&);  // builtins/{generator,coroutine}.cpp
void setup_builtins(Vm&);    // builtins/functions.cpp: print, len, sorted, ... into vm.builtins
void setup_string_helpers(Vm&, Dict* ns);  // builtins/str_format.cpp: the functions of module _string

}  // namespace coil
