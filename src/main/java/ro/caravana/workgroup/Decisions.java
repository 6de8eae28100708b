package ro.caravana.workgroup;

import java.time.LocalDate;
import java.util.List;

/** The working group's list of tasks, for other rooms: a complaint becomes one, the report lists them. */
public interface Decisions {
    /** Open ones and, of the others, those of the last twelve months; the earliest due first. */
    List<Decision> listAll();

    /**
     * Adds a task.
     *
     * @param plannersOnly true where only planners may see it
     * @throws WorkgroupProblem.BadDecision 400
     */
    Decision add(NewDecision wanted, boolean plannersOnly, String by);

    /** A task as somebody wants it. */
    record NewDecision(String subject, String owner, LocalDate due, Decision.Origin origin) {}
}
