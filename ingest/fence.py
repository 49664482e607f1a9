"""Takes from the reading process what reading needs none of, before it opens a file.

A drawing library in C that a hostile PDF takes over can do what its process may. Behind the fence
(Linux, seccomp) that is: compute, and read files. No connection, no other program or process, no
file written or deleted, no signal to others. There is no way back, not for threads either.
"""

import ctypes
import errno
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass

# Numbers of the kernel's calls, of x86-64 and of ARM (64 bits), as asm/unistd.h lists them; None
# where a machine lacks the call. Kept in groups, so that a test can try each.
_Numbers = tuple[int | None, int | None]
_NETWORK: dict[str, _Numbers] = {
    "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203), "bind": (49, 200),
    "listen": (50, 201), "accept": (43, 202), "accept4": (288, 242), "sendto": (44, 206),
    "sendmsg": (46, 211), "sendmmsg": (307, 269),
}  # fmt: skip
_MACHINE: dict[str, _Numbers] = {
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "pidfd_getfd": (438, 438), "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41),
    "chroot": (161, 51), "unshare": (272, 97), "setns": (308, 268), "bpf": (321, 280),
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219),
    "userfaultfd": (323, 282), "perf_event_open": (298, 241), "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426), "io_uring_register": (427, 427), "init_module": (175, 105),
    "finit_module": (313, 273), "delete_module": (176, 106), "kexec_load": (246, 104),
    "open_by_handle_at": (304, 265), "reboot": (169, 142), "settimeofday": (164, 170),
    "clock_settime": (227, 112),
}  # fmt: skip
_PROGRAMS: dict[str, _Numbers] = {
    "execve": (59, 221), "execveat": (322, 281), "fork": (57, None), "vfork": (58, None),
    "kill": (62, 129), "tkill": (200, 130), "tgkill": (234, 131), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240), "pidfd_send_signal": (424, 424),
}  # fmt: skip
_WRITING: dict[str, _Numbers] = {
    "creat": (85, None), "truncate": (76, 45), "rename": (82, None), "renameat": (264, 38),
    "renameat2": (316, 276), "unlink": (87, None), "unlinkat": (263, 35), "rmdir": (84, None),
    "mkdir": (83, None), "mkdirat": (258, 34), "link": (86, None), "linkat": (265, 37),
    "symlink": (88, None), "symlinkat": (266, 36), "mknod": (133, None), "mknodat": (259, 33),
    "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53), "fchmodat2": (452, 452),
    "chown": (92, None), "fchown": (93, 55), "lchown": (94, None), "fchownat": (260, 54),
    "utime": (132, None), "utimes": (235, None), "futimesat": (261, None),
    "utimensat": (280, 88), "setxattr": (188, 5), "lsetxattr": (189, 6), "fsetxattr": (190, 7),
    "removexattr": (197, 14), "lremovexattr": (198, 15), "fremovexattr": (199, 16),
}  # fmt: skip
_OPEN: tuple[tuple[_Numbers, int], ...] = (((2, None), 1), ((257, 56), 2))
_OPENAT2: _Numbers = (437, 437)
_CLONE: _Numbers = (56, 220)
_CLONE3: _Numbers = (435, 435)
_SECCOMP: _Numbers = (317, 277)

_TO_WRITE = 0x1 | 0x2 | 0x40 | 0x200 | 0x400000  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_TMPFILE
_AS_THREAD = 0x10000  # CLONE_THREAD
_OTHER_NUMBERS = 0x40000000  # x86-64's second list of the same calls
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column above, AUDIT_ARCH

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_AT, _ARCH_AT, _ARGUMENTS_AT = 0, 4, 16  # in struct seccomp_data; 8 bytes an argument
_ALLOW, _REFUSE, _END = 0x7FFF0000, 0x00050000, 0x80000000

_NO_NEW_PRIVILEGES, _FILTER, _ALL_THREADS = 38, 1, 1


@dataclass(frozen=True, slots=True)
class _Step:
    """One instruction of the filter; ``yes`` and ``no`` are how many to skip."""

    code: int
    value: int
    yes: int = 0
    no: int = 0


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))


def raise_fence(*, programs: bool = False) -> bool:
    """Shut this process in for good, and return whether that could be done here.

    ``programs`` leaves it other programs and writing files, which text recognition needs. On other
    systems than Linux on x86-64 or ARM, or where the kernel can't do it, nothing happens.
    """
    found = _MACHINES.get(platform.machine())
    if sys.platform != "linux" or found is None or sys.maxsize < 2**32:
        return False
    column, arch = found
    steps = tuple(_steps(column, arch, programs=programs))
    packed = b"".join(
        each.code.to_bytes(2, sys.byteorder) + bytes((each.yes, each.no))
        + each.value.to_bytes(4, sys.byteorder)
        for each in steps
    )  # fmt: skip
    kept = ctypes.create_string_buffer(packed)
    program = _Program(len(steps), ctypes.addressof(kept))
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    call = _SECCOMP[column]
    return not library.syscall(call, _FILTER, _ALL_THREADS, ctypes.byref(program))


def _steps(column: int, arch: int, *, programs: bool) -> Iterator[_Step]:
    yield _Step(_LOAD, _ARCH_AT)
    yield _Step(_EQUAL, arch, yes=1)
    yield _Step(_RETURN, _END)  # calls of another machine's list, by a trick: end it
    yield _Step(_LOAD, _NUMBER_AT)
    yield _Step(_AT_LEAST, _OTHER_NUMBERS, no=1)
    yield _Step(_RETURN, _REFUSE | errno.EPERM)
    groups = (_NETWORK, _MACHINE) if programs else (_NETWORK, _MACHINE, _PROGRAMS, _WRITING)
    for number in (numbers[column] for group in groups for numbers in group.values()):
        if number is not None:
            yield from _refused(number, errno.EPERM)
    if not programs:
        # What can't be looked into is told not to be there; the C library takes the older call.
        yield from _refused(_OPENAT2[column], errno.ENOSYS)
        yield from _refused(_CLONE3[column], errno.ENOSYS)
        for numbers, argument in _OPEN:
            yield from _judged(numbers[column], argument, _TO_WRITE, refused=True)
        yield from _judged(_CLONE[column], 0, _AS_THREAD, refused=False)
    yield _Step(_RETURN, _ALLOW)


def _refused(number: int | None, error: int) -> Iterator[_Step]:
    yield _Step(_EQUAL, number or 0, no=1)
    yield _Step(_RETURN, _REFUSE | error)


def _judged(number: int | None, argument: int, bits: int, *, refused: bool) -> Iterator[_Step]:
    """Refuse a call with any of ``bits`` in an argument, or one without."""
    if number is None:
        return
    yield _Step(_EQUAL, number, no=4)
    yield _Step(_LOAD, _ARGUMENTS_AT + 8 * argument)
    yield _Step(_ANY_BIT, bits, yes=int(not refused), no=int(refused))
    yield _Step(_RETURN, _REFUSE | errno.EPERM)
    yield _Step(_RETURN, _ALLOW)
