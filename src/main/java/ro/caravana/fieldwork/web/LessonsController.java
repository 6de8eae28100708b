package ro.caravana.fieldwork.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.fieldwork.FieldLessons;
import ro.caravana.fieldwork.FieldProblem;
import ro.caravana.need.HeldVisit;
import ro.caravana.need.LearntRatio;
import ro.caravana.need.Lessons;
import ro.caravana.need.LessonsBacktest;

/** What the reports have taught, for planners, and whether the next plan listens. */
@RestController
@RequestMapping("/api/v1/field/lessons")
@PreAuthorize("hasRole('PLANNER')")
class LessonsController {
    private final FieldLessons lessons;

    LessonsController(FieldLessons lessons) {
        this.lessons = lessons;
    }

    /**
     * @param visits reported, of two years
     * @param fewestVisits a kind of visit needs to be planned by its lessons
     * @param backtest each month foretold from the others
     */
    record Taught(
            boolean inUse,
            int visits,
            int fewestVisits,
            List<Group> groups,
            List<LessonsBacktest.Month> months,
            LessonsBacktest.Whole backtest) {}

    /**
     * @param place kind of place
     * @param served persons served over expected
     * @param came persons who came over expected; what is missing to 1 are the no-shows
     * @param minutes per person served, over those assumed
     * @param used whether a new plan goes by it
     */
    record Group(
            String kind,
            String place,
            int visits,
            LearntRatio served,
            LearntRatio came,
            LearntRatio minutes,
            boolean used) {}

    /** @param inUse whether new plans go by what was learnt */
    record Switch(@Nullable Boolean inUse) {}

    @GetMapping
    Taught read() {
        List<HeldVisit> held = lessons.listHeld();
        Lessons taught = Lessons.from(held);
        boolean inUse = lessons.isInUse();
        List<LessonsBacktest.Month> months = LessonsBacktest.leaveOneMonthOut(held);
        return new Taught(
                inUse,
                held.size(),
                FieldLessons.FEWEST_VISITS,
                taught.groups().entrySet().stream()
                        .map(entry -> group(taught, entry.getKey(), entry.getValue(), inUse))
                        .toList(),
                months,
                LessonsBacktest.sum(months));
    }

    private static Group group(Lessons taught, Lessons.Group group, int visits, boolean inUse) {
        String kind = group.kind();
        String place = group.place();
        return new Group(
                kind,
                place,
                visits,
                taught.served(kind, place),
                taught.came(kind, place),
                taught.minutes(kind, place),
                inUse && FieldLessons.isEnough(taught, kind));
    }

    @PutMapping
    Taught use(@RequestBody Switch wanted, Viewer viewer) {
        if (wanted.inUse() == null) {
            throw new FieldProblem.BadReport("inUse", "Say true or false.");
        }
        lessons.use(wanted.inUse(), viewer);
        return read();
    }
}
