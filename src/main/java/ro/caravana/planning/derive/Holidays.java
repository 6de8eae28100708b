package ro.caravana.planning.derive;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.List;

/** A country's public holidays. Thread-safe. */
public final class Holidays {
    private final HolidayManager manager;

    /** @param country ISO 3166 code in lower case, for example {@code ro} */
    public Holidays(String country) {
        manager = HolidayManager.getInstance(ManagerParameters.create(country));
    }

    /** Public holidays from {@code start} to {@code end}, both included, ascending, each date once though two may fall on it. */
    public List<LocalDate> between(LocalDate start, LocalDate end) {
        return manager.getHolidays(start, end).stream()
                .map(Holiday::getDate)
                .distinct()
                .sorted()
                .toList();
    }
}
