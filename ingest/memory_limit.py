"""A bound on the memory of this process, where the system has one (POSIX)."""


def bound_memory(size: int) -> None:
    """Bound the address space to ``size`` bytes, and let no image of it be kept after a crash."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    allowed = size if hard == resource.RLIM_INFINITY else min(size, hard)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
