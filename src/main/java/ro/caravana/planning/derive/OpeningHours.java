package ro.caravana.planning.derive;

import java.util.List;
import ro.caravana.planning.PlanInstance.Window;
import ro.caravana.territory.Site;

/** When a kind of site is open to the station, until the mayor says otherwise. Assumptions, not facts. */
final class OpeningHours {
    private static final List<String> WORKING_DAYS = List.of("MON", "TUE", "WED", "THU", "FRI");
    private static final int NINE = 9 * 3600;
    private static final int FOUR_PM = 16 * 3600;

    private OpeningHours() {}

    /** Public rooms open when somebody holds the key: office hours, Monday to Friday. The base has no windows: always open. */
    static List<Window> windows(Site.Kind kind) {
        return kind == Site.Kind.BASE ? List.of() : List.of(new Window(WORKING_DAYS, List.of(), NINE, FOUR_PM));
    }
}
