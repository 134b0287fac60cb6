// Exceptions: the cell is in cells.hpp, the tree in exceptions.def. Here: making them and reading their extra fields.
#pragma once

#include "objects/vm.hpp"

namespace coil {

/// Index into Exception::extra by layout.
enum StopField { kStopValue };
enum ExitField { kExitCode };
enum OsField { kOsErrno, kOsStrerror, kOsFilename, kOsFilename2, kOsWritten };
enum ImportField { kImportMsg, kImportName, kImportPath };
enum AttributeField { kAttributeName, kAttributeObj };
enum NameField { kNameName };
enum SyntaxField { kSyntaxMsg, kSyntaxFilename, kSyntaxLineno, kSyntaxOffset, kSyntaxText, kSyntaxEndLineno, kSyntaxEndOffset, kSyntaxPrintFileAndLine };
enum UnicodeField { kUnicodeEncoding, kUnicodeObject, kUnicodeStart, kUnicodeEnd, kUnicodeReason };
enum GroupField { kGroupMessage, kGroupExceptions };

/// Exc layouts, as named in exceptions.def.
enum class ExcLayout : uint8_t { Plain, Stop, Exit, Os, Import, Attribute, Name, Syntax, Unicode, Group };

/// cls(*args) without running a program's __init__ (cls is built in or the caller wants just this).
Result<Exception*> new_exception(Vm&, Class* cls, std::initializer_list<Value> args);
/// Extra field or none().
Value exception_field(Exception*, int field);
Result<void> set_exception_field(Vm&, Exception*, int field, Value);
inline bool is_exception(Value v) { return v.is(Kind::Exception); }
inline bool is_exception_class(Value v) { return v.is(Kind::Class) && (v.cell()->flags & kClassIsException); }
/// str(exception), as print and tracebacks show it.
Result<Str*> exception_text_reenter(Vm&, Value exception);

}  // namespace coil
