/* The deliberately broken copies of the drivers: number, family. What is wrong with each: accelerators.mk. */
BROKEN(1, 0)
BROKEN(2, 0)
BROKEN(3, 0)
BROKEN(4, 1)
BROKEN(5, 1)
BROKEN(6, 1)
