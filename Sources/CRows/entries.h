// What a tape holds: entries one after the other, each an operation and what it was given.

#ifndef ENTRIES_H
#define ENTRIES_H

#include "CRows.h"

#define NUMBER(result, name, ...) OPERATION_##name,
enum { ROWS_RECORDED(NUMBER) GOES_ON_ELSEWHERE, ENDS };

#define FIELD(type, name) type name;
#define GIVEN(result, name, ...) \
  typedef struct { \
    RowsEntry entry; \
    ROWS_EACH(FIELD, __VA_ARGS__) \
  } Given_##name;
ROWS_RECORDED(GIVEN)

/// The last entry of a chunk that is full.
typedef struct {
  RowsEntry entry;
  const RowsEntry *_Nonnull next;
} GoesOnElsewhere;

// Does the operation of an entry, which CALLED(name) calls.
#define PLAY(result, name, ...) \
  case OPERATION_##name: { \
    const Given_##name *given = (const Given_##name *)entry; \
    CALLED(name)(ROWS_MEMBERS(__VA_ARGS__)); \
    break; \
  }

// The body of a player.
#define PLAY_ALL(first) \
  for (const RowsEntry *entry = first;;) { \
    switch (entry->operation) { \
      ROWS_RECORDED(PLAY) \
      case GOES_ON_ELSEWHERE: entry = ((const GoesOnElsewhere *)entry)->next; continue; \
      default: return; \
    } \
    entry = (const RowsEntry *)((const char *)entry + entry->bytes); \
  }

#endif
