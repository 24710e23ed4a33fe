"""W in Numba by an expert: lanes of futures, its own Philox4x32-10, hand-written polynomials."""

import math

import numpy as np
from numba import njit, prange, set_num_threads

from numba_plain import P, outputs
from numpy_w import summary
from params import *

LN = 64
u32 = np.uint32
u64 = np.uint64
f4 = np.float32


@njit(fastmath=True)
def plog(x):
    ix = np.float32(x).view(np.int32)
    e = (ix - np.int32(0x3f3504f3)) >> np.int32(23)
    m = np.int32(ix - (e << np.int32(23))).view(np.float32)
    f = m - f4(1)
    fe = f4(e)
    z = f * f
    y = f4(7.0376836292E-2) * f - f4(1.1514610310E-1)
    y = y * f + f4(1.1676998740E-1)
    y = y * f - f4(1.2420140846E-1)
    y = y * f + f4(1.4249322787E-1)
    y = y * f - f4(1.6668057665E-1)
    y = y * f + f4(2.0000714765E-1)
    y = y * f - f4(2.4999993993E-1)
    y = y * f + f4(3.3333331174E-1)
    y = y * f * z - f4(.5) * z
    return fe * f4(0.693147180559945) + (f + y)


@njit(fastmath=True)
def psincos(r):
    q = u32(u32(r + u32(0x20000000)) >> u32(30))
    t = f4(np.int32(u32(r - u32(q << u32(30))))) * f4(6.2831853071795864 / 4294967296.0)
    z = t * t
    ss = ((f4(-1.9515295891E-4) * z + f4(8.3321608736E-3)) * z - f4(1.6666654611E-1)) * z * t + t
    cc = (((f4(2.443315711809948E-5) * z - f4(1.388731625493765E-3)) * z
           + f4(4.166664568298827E-2)) * z * z - f4(.5) * z + f4(1))
    sw = (q & u32(1)) != u32(0)
    a = cc if sw else ss
    b = ss if sw else cc
    return ((-a if (q & u32(2)) != u32(0) else a), (-b if ((q + u32(1)) & u32(2)) != u32(0) else b))


@njit(fastmath=True)
def philox_fill(out, t0, c1, c2, k0, k1, nblk):
    for q in range(nblk):
        for l in range(LN):
            x0 = u64(u32(t0 + l)); x1 = u64(c1); x2 = u64(c2); x3 = u64(q); a = u32(k0); b = u32(k1)
            for r in range(10):
                p0 = (x0 & u64(0xffffffff)) * u64(0xD2511F53)
                p1 = (x2 & u64(0xffffffff)) * u64(0xCD9E8D57)
                x0 = (p1 >> u64(32)) ^ x1 ^ u64(a); x1 = p1 & u64(0xffffffff)
                x2 = (p0 >> u64(32)) ^ x3 ^ u64(b); x3 = p0 & u64(0xffffffff)
                a = u32(a + u32(0x9E3779B9)); b = u32(b + u32(0xBB67AE85))
            u = f4(np.int32(u32(x0) >> u32(1))) * f4(1 / 2147483648.0) + f4(.5 / 2147483648.0)
            r1 = math.sqrt(f4(-2) * plog(u)); s1, c1_ = psincos(u32(x1))
            out[4 * q, l] = r1 * c1_; out[4 * q + 1, l] = r1 * s1
            u = f4(np.int32(u32(x2) >> u32(1))) * f4(1 / 2147483648.0) + f4(.5 / 2147483648.0)
            r1 = math.sqrt(f4(-2) * plog(u)); s1, c1_ = psincos(u32(x3))
            out[4 * q + 2, l] = r1 * c1_; out[4 * q + 3, l] = r1 * s1


@njit(parallel=True, fastmath=True, error_model='numpy')
def lanes(n, seed, phi, Ld_, detlog, detvol, usw, rho, L8, beta, thr, w, r1, r2, r3, th1, th2, arc,
          rrc, fixed, share, disc, termfee, repl, npv, cred, nbr, term):
    nblk = n // LN
    for bk in prange(nblk):
        V = np.empty((60, 3, LN), f4); U = np.empty((60, LN), f4); I = np.empty((60, LN), f4)
        y = np.zeros((3, LN), f4); z = np.empty((8, LN), f4); a = np.empty((8, LN), f4)
        c1 = np.empty((8, LN), np.int32); x = np.zeros(LN, f4); idx = np.ones(LN, f4)
        fee = np.empty(LN, f4); c = np.empty(LN, f4); h = np.empty(LN, np.int32)
        alive = np.empty(LN, f4); pv = np.empty(LN, f4); cr = np.empty(LN, f4)
        nn = np.empty(LN, f4)
        t0 = bk * LN
        for m in range(60):
            philox_fill(z, t0, m, 99, seed, 77, 1)
            for l in range(LN):
                y0 = phi[0] * y[0, l] + Ld_[0, 0] * z[0, l]
                y1 = phi[1] * y[1, l] + Ld_[1, 0] * z[0, l] + Ld_[1, 1] * z[1, l]
                y2 = (phi[2] * y[2, l] + Ld_[2, 0] * z[0, l] + Ld_[2, 1] * z[1, l]
                      + Ld_[2, 2] * z[2, l])
                y[0, l] = y0; y[1, l] = y1; y[2, l] = y2
                V[m, 0, l] = math.exp(detlog[0, m] + y0)
                V[m, 1, l] = math.exp(detlog[1, m] + y1)
                V[m, 2, l] = math.exp(detlog[2, m] + y2)
                U[m, l] = usw[0] * y0 + usw[1] * y1 + usw[2] * y2
                x[l] = f4(.9) * x[l] + f4(.004) * z[3, l]
            if m % 12 == 0 and m > 0:
                for l in range(LN): idx[l] *= f4(1) + min(max(f4(.02) + x[l], f4(0)), f4(.05))
            for l in range(LN): I[m, l] = idx[l]
        for j in range(8):
            a[:] = 0; c1[:] = 0; h[:] = 0; alive[:] = 1; pv[:] = 0; cr[:] = 0; nn[:] = 0
            for m in range(60):
                philox_fill(z, t0, m, j, seed, 77, 2)
                fee[:] = fixed[j]
                for s in range(3):
                    d0 = detvol[s, m]; A = r1[j, s]; Bq = r2[j, s]; Cq = r3[j, s]
                    D = arc[j, s]; E = rrc[j, s]; t1 = th1[s]; t2 = th2[s]; dt = t2 - t1
                    hi = f4(1.1) * d0; lo = f4(.9) * d0
                    for l in range(LN):
                        v = V[m, s, l]
                        fee[l] += (A * min(v, t1) + Bq * min(max(v - t1, f4(0)), dt)
                                   + Cq * max(v - t2, f4(0)) + D * max(v - hi, f4(0))
                                   - E * max(lo - v, f4(0)))
                c[:] = 0
                for k in range(8):
                    rk = rho[k]; bt = beta[j, k]; th = thr[j, k]; wk = w[j, k]
                    for l in range(LN):
                        e = rk * a[k, l]
                        for q in range(k + 1): e += L8[k, q] * z[q, l]
                        a[k, l] = e
                        br = e + bt * U[m, l] > th
                        c1[k, l] = c1[k, l] + 1 if br else 0
                        nn[l] += alive[l] if br else f4(0)
                        c[l] += (wk if br else f4(0)) + (wk if c1[k, l] >= 3 else f4(0))
                for l in range(LN):
                    F = f4(1) + share[j] * (I[m, l] - f4(1)); ff = fee[l] * F
                    hh = ((h[l] << 1) | (1 if c1[0, l] > 0 else 0)) & 63; h[l] = hh
                    pc = ((hh & 1) + ((hh >> 1) & 1) + ((hh >> 2) & 1) + ((hh >> 3) & 1)
                          + ((hh >> 4) & 1) + ((hh >> 5) & 1))
                    al = alive[l]; cc = min(c[l], f4(.12)) * ff * al; cr[l] += cc
                    tr = al if pc >= 4 else f4(0)
                    pv[l] += disc[m] * (al * ff - cc + (f4(1) - al) * repl[j] * F + tr * termfee[j])
                    alive[l] = al - tr
            for l in range(LN):
                npv[j, t0 + l] = pv[l]; cred[j, t0 + l] = cr[l]
                nbr[j, t0 + l] = np.int32(nn[l]); term[j, t0 + l] = alive[l] < f4(.5)


class Peer:
    """Numba as an expert would write it; compiled by the first futures."""

    def __init__(self, futures, threads):
        set_num_threads(threads)
        # Whole lanes only: up to 63 futures fewer than asked for.
        self.futures = futures // LN * LN
        self.out = outputs(self.futures)
        self.params = tuple(np.asarray(p, np.float32) for p in P)
        lanes(LN * 16, 1, *self.params, *self.out)

    def round(self, seed):
        lanes(self.futures, seed, *self.params, *self.out)
        return summary(*self.out)
