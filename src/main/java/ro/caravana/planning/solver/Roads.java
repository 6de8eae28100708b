package ro.caravana.planning.solver;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import ro.caravana.planning.PlanInstance;

/** Driving times and distances by site. */
final class Roads {
    private final PlanInstance.Travel travel;
    private final Map<String, Integer> rows = new HashMap<>();

    Roads(PlanInstance.Travel travel) {
        this.travel = travel;
        for (int i = 0; i < travel.sites().size(); i++) {
            rows.put(travel.sites().get(i), i);
        }
    }

    int row(String site) {
        return Objects.requireNonNull(rows.get(site), "the instance was validated");
    }

    int seconds(int fromRow, int toRow) {
        return travel.seconds()[fromRow][toRow];
    }

    int metres(int fromRow, int toRow) {
        return travel.metres()[fromRow][toRow];
    }
}
