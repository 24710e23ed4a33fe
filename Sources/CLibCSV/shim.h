#ifndef ASSAY_CLIBCSV_SHIM_H
#define ASSAY_CLIBCSV_SHIM_H

#include <stddef.h>
#include <csv.h>

#endif
