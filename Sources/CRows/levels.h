// The levels that are compiled here. Other processors than x86-64 have the portable one alone,
// which is written in Swift.

#ifndef LEVELS_H
#define LEVELS_H

#include "CRows.h"

#if defined(__x86_64__)
#define LEVELS_OF_X86
extern const RowsTable rows_sse2, rows_avx2, rows_avx512;
#endif

#endif
