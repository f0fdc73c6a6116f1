/** Two: while one file is being read from disk the other is worked on; more only adds memory in a single thread. */
export const DEFAULT_JOBS = 2
