#ifndef ASSAY_CPROCESS_SHIM_H
#define ASSAY_CPROCESS_SHIM_H

#include <malloc.h>
#include <signal.h>
#include <unistd.h>

/* Waits for signals, of which this thread blocks none, whatever it has inherited. */
static inline void wait_for_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  for (;;) sigsuspend(&none);
}

#endif
