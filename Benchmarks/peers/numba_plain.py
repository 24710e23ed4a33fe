"""W in Numba, as plain loops over futures, bids and months."""

import math

import numpy as np
from numba import njit, prange, set_num_threads

from numpy_w import summary
from params import *

P = (phi, Ld * sig[:, None], detlog, detvol, usw, rho, L8, beta, thr, w, r1, r2, r3, th1, th2, arc,
     rrc, fixed, share, disc, termfee, repl)


@njit(parallel=True, fastmath=True)
def plain(n, seed, phi, Ld_, detlog, detvol, usw, rho, L8, beta, thr, w, r1, r2, r3, th1, th2, arc,
          rrc, fixed, share, disc, termfee, repl, npv, cred, nbr, term):
    nblk = (n + 999) // 1000
    for bk in prange(nblk):
        np.random.seed(seed + bk)
        V = np.empty((60, 3)); U = np.empty(60); I = np.empty(60)
        y = np.empty(3); z = np.empty(8); a = np.empty(8); c1 = np.empty(8, np.int64)
        for i in range(bk * 1000, min(n, bk * 1000 + 1000)):
            y[:] = 0; x = 0.; idx = 1.
            for m in range(60):
                for s in range(3): z[s] = np.random.normal()
                u = 0.
                for s in range(3):
                    e = 0.
                    for q in range(s + 1): e += Ld_[s, q] * z[q]
                    y[s] = phi[s] * y[s] + e
                    V[m, s] = math.exp(detlog[s, m] + y[s])
                    u += usw[s] * y[s]
                U[m] = u
                x = .9 * x + .004 * np.random.normal()
                if m % 12 == 0 and m > 0: idx *= 1 + min(max(.02 + x, 0.), .05)
                I[m] = idx
            for j in range(8):
                a[:] = 0; c1[:] = 0; h = 0; alive = True; pv = 0.; cr = 0.; nn = 0
                for m in range(60):
                    F = 1 + share[j] * (I[m] - 1)
                    if not alive:
                        pv += disc[m] * repl[j] * F
                        continue
                    fee = fixed[j]
                    for s in range(3):
                        v = V[m, s]; d0 = detvol[s, m]
                        fee += (r1[j, s] * min(v, th1[s])
                                + r2[j, s] * min(max(v - th1[s], 0.), th2[s] - th1[s])
                                + r3[j, s] * max(v - th2[s], 0.)
                                + arc[j, s] * max(v - 1.1 * d0, 0.)
                                - rrc[j, s] * max(.9 * d0 - v, 0.))
                    fee *= F
                    for k in range(8): z[k] = np.random.normal()
                    c = 0.
                    for k in range(8):
                        e = 0.
                        for q in range(k + 1): e += L8[k, q] * z[q]
                        a[k] = rho[k] * a[k] + e
                        if a[k] + beta[j, k] * U[m] > thr[j, k]:
                            nn += 1; c1[k] += 1; c += w[j, k]
                            if c1[k] >= 3: c += w[j, k]
                        else:
                            c1[k] = 0
                    h = ((h << 1) | (1 if c1[0] > 0 else 0)) & 63
                    c = min(c, .12) * fee; cr += c; pay = fee - c
                    pc = 0; hh = h
                    while hh:
                        pc += 1; hh &= hh - 1
                    if pc >= 4:
                        pay += termfee[j]; alive = False
                    pv += disc[m] * pay
                npv[j, i] = pv; cred[j, i] = cr; nbr[j, i] = nn; term[j, i] = not alive


def outputs(n):
    """Arrays for what each future of each bid leaves."""
    return (np.empty((B, n)), np.empty((B, n)), np.empty((B, n), np.int32), np.empty((B, n), bool))


class Peer:
    """Numba as it is first written; compiled by the first futures."""

    def __init__(self, futures, threads):
        set_num_threads(threads)
        self.futures, self.out = futures, outputs(futures)
        plain(1024, 1, *P, *self.out)

    def round(self, seed):
        plain(self.futures, seed * self.futures, *P, *self.out)
        return summary(*self.out)
