// All operations, for the file of one level, which has pushed the level's attribute.

#include "../ars.h"
#include "lanes.h"

#include "arithmetic.h"
#include "limits.h"

#include "bands.h"
#include "draws.h"
#include "functions.h"
#include "indicators.h"
#include "latents.h"
#include "reductions.h"
#include "runs.h"
#include "words.h"

#include "player.h"

#define TABLE_ENTRY(result, name, ...) .name = rows_##name,
#define TABLE_OF_OPERATIONS {ROWS_OPERATIONS(TABLE_ENTRY).play = rows_play}
