package ro.caravana.statistics.intake;

import java.io.Closeable;
import java.util.Iterator;

/** A file's rows one after the other, never all at once. Reading may throw {@code StatisticsProblem}. Not thread-safe. */
interface RowSource extends Iterator<SourceRow>, Closeable {}
