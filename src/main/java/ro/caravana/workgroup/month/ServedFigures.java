package ro.caravana.workgroup.month;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.FigureTable;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.disclosure.PublishedTable;
import ro.caravana.fieldwork.SentBackReason;
import ro.caravana.fieldwork.VisitOutcome;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.workgroup.MonthFacts.Shown;

/**
 * Persons served and sent back in a month, with every sum a reader could form, through the gate as one table: by UAT, by category and
 * by reason. Sums since January are rounded down to multiples of the threshold for all but planners: a month's exact sum beside them
 * would tell what it hides. Immutable.
 */
final class ServedFigures {
    private static final String HANDOVER = "HANDOVER";
    private static final String SERVED = "served";
    private static final String SENT_BACK = "sent-back";

    private final DisclosureGate gate;
    private final Viewer viewer;
    private final List<VisitOutcome> month;
    private final List<VisitOutcome> year;
    private final PublishedTable<String> table;
    private final boolean grows;

    /**
     * @param month the month's visits
     * @param year those since January, the month's among them
     */
    /** @param closed whether the month's figures do not change any more; those that do could be subtracted from each other */
    ServedFigures(
            DisclosureGate gate, Viewer viewer, List<VisitOutcome> month, List<VisitOutcome> year, boolean closed) {
        this.grows = !closed && !gate.showsEverythingTo(viewer);
        this.gate = gate;
        this.viewer = viewer;
        this.month = month;
        this.year = year;
        this.table = gate.publish(viewer, table(month));
    }

    private static FigureTable<String> table(List<VisitOutcome> month) {
        FigureTable<String> figures = new FigureTable<>();
        served(month).forEach((key, count) -> figures.count(key, count));
        figures.sum(SERVED, keys(month, SERVED + "/uat/")).sum(SERVED, keys(month, SERVED + "/category/"));
        figures.sum(SENT_BACK, keys(month, SENT_BACK + "/reason/"));
        return figures;
    }

    private static List<String> keys(List<VisitOutcome> month, String prefix) {
        return served(month).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .toList();
    }

    private static Map<String, Long> served(List<VisitOutcome> month) {
        Map<String, Long> cells = new TreeMap<>();
        for (VisitOutcome visit : month) {
            boolean anew = !HANDOVER.equals(visit.about().kind());
            if (anew) {
                add(cells, SERVED, visit.counts().servedPersons());
                add(cells, SERVED + "/uat/" + visit.uatSiruta(), visit.counts().servedPersons());
            }
            for (CaseCategory category : CaseCategory.values()) {
                int persons = anew ? visit.persons().getOrDefault(category, 0) : 0;
                add(cells, SERVED + "/category/" + category, persons);
            }
            add(cells, SENT_BACK, visit.counts().sentBackPersons());
            visit.sentBack().forEach((reason, persons) -> add(cells, SENT_BACK + "/reason/" + reason, persons));
        }
        return cells;
    }

    private static void add(Map<String, Long> cells, String key, int persons) {
        cells.merge(key, (long) persons, Long::sum);
    }

    Shown total() {
        return month.isEmpty() ? new Shown(0L) : find(SERVED);
    }

    Shown sentBack() {
        return month.isEmpty() ? new Shown(0L) : find(SENT_BACK);
    }

    Shown handedOver() {
        long cards = month.stream()
                .filter(visit -> HANDOVER.equals(visit.about().kind()))
                .mapToLong(visit -> visit.counts().servedPersons())
                .sum();
        boolean none =
                month.stream().noneMatch(visit -> HANDOVER.equals(visit.about().kind()));
        return none ? new Shown(0L) : ofMonth(gate.publish(viewer, cards));
    }

    Shown inUat(int siruta) {
        return find(SERVED + "/uat/" + siruta);
    }

    Shown ofCategory(CaseCategory category) {
        return month.isEmpty() ? new Shown(0L) : find(SERVED + "/category/" + category);
    }

    Map<SentBackReason, Shown> byReason() {
        Map<SentBackReason, Shown> reasons = new EnumMap<>(SentBackReason.class);
        for (SentBackReason reason : SentBackReason.values()) {
            String key = SENT_BACK + "/reason/" + reason;
            if (month.stream().anyMatch(visit -> visit.sentBack().getOrDefault(reason, 0) > 0)) {
                reasons.put(reason, find(key));
            }
        }
        return reasons;
    }

    Shown yearOfCategory(CaseCategory category) {
        return shown(servedSinceJanuary(category));
    }

    Shown yearTotal() {
        return shown(servedSinceJanuary());
    }

    PublishedCount servedSinceJanuary(CaseCategory category) {
        return rounded(visit -> visit.persons().getOrDefault(category, 0));
    }

    PublishedCount servedSinceJanuary() {
        return rounded(visit -> visit.counts().servedPersons());
    }

    private PublishedCount rounded(Function<VisitOutcome, Integer> persons) {
        List<VisitOutcome> anew = new ArrayList<>(year);
        anew.removeIf(visit -> HANDOVER.equals(visit.about().kind()));
        long exact = anew.stream().mapToLong(persons::apply).sum();
        return gate.publish(viewer, roundedDown(exact));
    }

    long roundedDown(long exact) {
        return gate.showsEverythingTo(viewer) ? exact : exact - exact % gate.threshold();
    }

    private Shown find(String cell) {
        return ofMonth(table.getCount(cell));
    }

    /**
     * Of a month under way everybody but planners is told multiples of the threshold: between two readings lies perhaps one visit with
     * few people.
     */
    private Shown ofMonth(PublishedCount count) {
        Shown exact = shown(count);
        return grows && exact.count() != null ? new Shown(roundedDown(exact.count()), true) : exact;
    }

    static Shown shown(PublishedCount count) {
        return new Shown(count.count().isPresent() ? count.count().getAsLong() : null);
    }
}
