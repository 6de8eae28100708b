package ro.caravana.register.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Measures time and what this process needed of its processors; the second says more on a busy machine. */
final class Stopwatch {
    private static final double NANOS = 1e9;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long start = System.nanoTime();
    private final long processorStart = system.getProcessCpuTime();

    double seconds() {
        return (System.nanoTime() - start) / NANOS;
    }

    /** Of all processors together. */
    double processorSeconds() {
        return (system.getProcessCpuTime() - processorStart) / NANOS;
    }
}
