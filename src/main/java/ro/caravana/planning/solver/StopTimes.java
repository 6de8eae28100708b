package ro.caravana.planning.solver;

/** Seconds of the day at which a stop is reached and its service starts and ends. */
record StopTimes(int arrival, int start, int end) {}
