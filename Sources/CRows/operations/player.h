// One loop for all operations, which calls each without a table.
#include "../entries.h"

#define CALLED(name) rows_##name
OPERATION void rows_play(const RowsEntry *_Nonnull first) { PLAY_ALL(first) }
#undef CALLED
