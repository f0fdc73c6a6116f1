/** Processes that read by default: two cores are busy, and the memory of two segmenters is bearable on any machine. */
export const DEFAULT_JOBS = 2
