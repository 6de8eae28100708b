package ro.caravana.planning.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.planning.Alternative;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanChange;
import ro.caravana.planning.PlanDiff;
import ro.caravana.planning.ScoreDelta;
import ro.caravana.planning.Shift;
import ro.caravana.planning.Slot;
import ro.caravana.planning.UnservedVisit;
import ro.caravana.planning.VisitOutlook;
import ro.caravana.planning.VisitStates;
import ro.caravana.planning.change.PlanChanges;
import ro.caravana.planning.change.Shape;
import ro.caravana.planning.jobs.PlanLibrary;
import ro.caravana.planning.view.PlanTeller;

/** Gives changes of plans places, names and words. */
@Component
class ChangePublisher {
    private static final int NEXT_BEST = 3;
    private static final String AVAILABILITY = "availability";

    private final PlanLibrary library;
    private final PlanChanges changes;
    private final VisitStates states;
    private final DisclosureGate gate;
    private final AvailabilityWords availability;

    ChangePublisher(
            PlanLibrary library,
            PlanChanges changes,
            VisitStates states,
            DisclosureGate gate,
            AvailabilityWords availability) {
        this.library = library;
        this.changes = changes;
        this.states = states;
        this.gate = gate;
        this.availability = availability;
    }

    /** Names the visits of one plan for one reader. */
    private final class Names {
        private final PlanLibrary.Solved solved;
        private final PlanTeller teller;
        private final Map<String, String> states;
        private final Viewer viewer;
        private final Language language;
        private final Map<String, PlanDiff.Note> notes = new HashMap<>();

        Names(String plan, Viewer viewer, Language language) {
            this.solved = library.getSolved(plan);
            this.teller = library.getTeller(solved);
            this.states = ChangePublisher.this.states.statesOf(plan);
            this.viewer = viewer;
            this.language = language;
        }

        /** The same names, and those of visits that the plan's problem may not have. */
        Names with(PlanDiff diff) {
            diff.notes().forEach(note -> notes.put(note.visit(), note));
            return this;
        }

        ChangeWire.Place place(String id) {
            PlanDiff.Note note = notes.get(id);
            UnservedVisit visit = note == null ? teller.describe(id) : teller.describe(note);
            return new ChangeWire.Place(
                    visit.id(),
                    visit.kind(),
                    visit.siruta(),
                    visit.uatSiruta(),
                    visit.locality(),
                    visit.uat(),
                    visit.required(),
                    states.getOrDefault(id, "proposed"),
                    gate.publish(viewer, visit.persons()));
        }

        List<ChangeWire.Shift> shifts(List<Shift> shifts) {
            return shifts.stream()
                    .map(shift -> new ChangeWire.Shift(place(shift.visit()), slot(shift.from()), slot(shift.to())))
                    .toList();
        }

        List<ChangeWire.LeftOut> leftOut(List<PlanDiff.Note> notes) {
            return notes.stream()
                    .flatMap(note -> Stream.ofNullable(note.leftOut())
                            .map(codes -> new ChangeWire.LeftOut(
                                    place(note.visit()),
                                    codes,
                                    codes.stream().map(language::unservedReason).toList())))
                    .toList();
        }

        List<ChangeWire.Alternative> alternatives(List<Alternative> alternatives) {
            return alternatives.stream()
                    .map(one -> new ChangeWire.Alternative(
                            slot(one.slot()),
                            delta(one.delta()),
                            shifts(one.others()),
                            shifts(one.handover().stream().toList()).stream()
                                    .findFirst()
                                    .orElse(null)))
                    .toList();
        }
    }

    ChangeWire.Alternatives alternatives(String plan, VisitOutlook outlook, Viewer viewer, Language language) {
        Names names = new Names(plan, viewer, language);
        return new ChangeWire.Alternatives(
                plan,
                names.solved.head().revision(),
                names.place(outlook.visit()),
                slot(outlook.now()),
                names.alternatives(outlook.alternatives()),
                outlook.possibleDays(),
                outlook.freeDays(),
                obstacles(outlook, language));
    }

    ChangeWire.Explanation explanation(
            String plan, VisitOutlook outlook, List<Shape> shapes, Viewer viewer, Language language) {
        Names names = new Names(plan, viewer, language);
        List<String> reasons = names.solved.plan().unserved().stream()
                .filter(left -> left.visit().equals(outlook.visit()))
                .map(Plan.Unserved::reasons)
                .findFirst()
                .orElse(List.of());
        return new ChangeWire.Explanation(
                plan,
                language.tag(),
                names.place(outlook.visit()),
                slot(outlook.now()),
                shapes(shapes, names.place(outlook.visit()).siruta(), language),
                obstacles(outlook, language),
                outlook.possibleDays(),
                outlook.freeDays(),
                names.alternatives(
                        outlook.alternatives().stream().limit(NEXT_BEST).toList()),
                reasons,
                reasons.stream().map(language::unservedReason).toList());
    }

    /** What shaped it when the plan was made, then what is known today of the place. */
    private List<ChangeWire.Shape> shapes(List<Shape> shapes, int siruta, Language language) {
        return Stream.concat(
                        shapes.stream()
                                .map(shape -> new ChangeWire.Shape(
                                        shape.code(), language.shape(shape.code(), shape.values()))),
                        availability.in(language).of(siruta).stream()
                                .map(sentence -> new ChangeWire.Shape(AVAILABILITY, sentence)))
                .toList();
    }

    private static List<ChangeWire.Obstacle> obstacles(VisitOutlook outlook, Language language) {
        return outlook.obstacles().entrySet().stream()
                .map(entry ->
                        new ChangeWire.Obstacle(entry.getKey(), language.obstacle(entry.getKey()), entry.getValue()))
                .toList();
    }

    ChangeWire.Changes changes(String plan, List<PlanChange> listed, Viewer viewer, Language language) {
        if (listed.isEmpty()) {
            return new ChangeWire.Changes(List.of());
        }
        Names names = new Names(plan, viewer, language);
        return new ChangeWire.Changes(
                listed.stream().map(change -> change(change, names)).toList());
    }

    ChangeWire.Change change(PlanChange change, Viewer viewer, Language language) {
        return change(change, new Names(change.plan(), viewer, language));
    }

    private ChangeWire.Change change(PlanChange change, Names names) {
        return new ChangeWire.Change(
                change.plan(),
                change.number(),
                change.kind().wire(),
                change.state().wire(),
                change.madeAt(),
                change.madeBy(),
                change.decidedAt().orElse(null),
                change.decidedBy().orElse(null),
                change.facts(),
                change.reason().orElse(null),
                changes.isUndoable(change, names.solved.head()),
                diff(change.diff(), names.with(change.diff())));
    }

    private static ChangeWire.Diff diff(PlanDiff diff, Names names) {
        return new ChangeWire.Diff(
                names.shifts(diff.moved()),
                names.shifts(diff.added()),
                names.shifts(diff.dropped()),
                names.leftOut(diff.notes()),
                diff.retimed(),
                delta(diff.delta()),
                diff.told().stream()
                        .map(told -> new ChangeWire.Told(
                                names.place(told.visit()),
                                told.listeners().stream()
                                        .map(PlanDiff.Listener::wire)
                                        .toList()))
                        .toList());
    }

    private static ChangeWire.@Nullable Slot slot(Optional<Slot> slot) {
        return slot.map(ChangePublisher::slot).orElse(null);
    }

    private static ChangeWire.Slot slot(Slot slot) {
        return new ChangeWire.Slot(slot.station(), slot.date(), slot.arrival(), slot.start(), slot.end());
    }

    private static ChangeWire.Delta delta(ScoreDelta delta) {
        return new ChangeWire.Delta(
                delta.value(),
                delta.cost(),
                delta.quality(),
                delta.drivingSeconds(),
                delta.metres(),
                delta.stationDays());
    }
}
