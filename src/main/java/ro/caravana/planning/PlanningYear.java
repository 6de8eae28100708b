package ro.caravana.planning;

import java.time.LocalDate;
import java.time.Month;

/** The calendar year whose action graphic is being drawn up. */
public final class PlanningYear {
    /** The graphic is signed in January; from autumn on whoever asks for one means the coming year. */
    private static final Month TURNS_IN = Month.SEPTEMBER;

    private PlanningYear() {}

    public static int on(LocalDate today) {
        return today.getMonth().compareTo(TURNS_IN) >= 0 ? today.getYear() + 1 : today.getYear();
    }
}
