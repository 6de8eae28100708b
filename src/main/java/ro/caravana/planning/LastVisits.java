package ro.caravana.planning;

import java.time.LocalDate;
import java.util.Map;

/** When UATs were last visited before a plan begins: whoever follows visits up knows. Thread-safe. */
@FunctionalInterface
public interface LastVisits {
    /**
     * @param start a plan's first day; what is held from it on is the plan's own matter
     * @param today of days that are over only visits that were held count, of days to come those that were agreed
     * @return by the UAT's SIRUTA code the last day on which anybody could apply there; UATs nobody knows of are left out
     */
    Map<Integer, LocalDate> before(LocalDate start, LocalDate today);
}
