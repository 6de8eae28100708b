package ro.caravana.workgroup.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.fieldwork.Counts;
import ro.caravana.fieldwork.ReportedVisit;
import ro.caravana.fieldwork.SentBackReason;
import ro.caravana.fieldwork.Times;
import ro.caravana.fieldwork.VisitOutcome;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.workgroup.MonthFacts.Shown;

/** What a month's figures tell whom. */
class ServedFiguresTests {
    private static final DisclosureGate GATE = new DisclosureGate(5);
    private static final Viewer GROUP = new Viewer("", Set.of(Role.VIEWER));
    private static final Viewer PLANNER = new Viewer("", Set.of(Role.PLANNER));
    private static final Times NONE = new Times(Optional.empty(), Optional.empty(), Optional.empty());
    private static final Shown HIDDEN = new Shown(null);

    private static VisitOutcome visit(int uat, String kind, int noId, int expired) {
        return new VisitOutcome(
                new ReportedVisit("p.v" + uat, "p", "s", kind, uat + 1, uat, "L", "U", "x", 10),
                LocalDate.of(2027, 3, 17),
                NONE,
                false,
                new Counts(
                        Map.of(CaseCategory.NO_ID, noId, CaseCategory.EXPIRED_ID, expired),
                        0,
                        Map.of(),
                        Map.of(SentBackReason.OTHER, 1, SentBackReason.NO_MONEY_FOR_FEE, 9),
                        0,
                        0),
                false);
    }

    private static final List<VisitOutcome> MARCH =
            List.of(visit(100, "CAPTURE", 3, 20), visit(200, "CAPTURE", 0, 4), visit(300, "HANDOVER", 17, 0));

    private static ServedFigures seenBy(Viewer viewer) {
        return new ServedFigures(GATE, viewer, MARCH, MARCH, true);
    }

    @Test
    void plannersSeeEverySum() {
        ServedFigures figures = seenBy(PLANNER);
        assertThat(figures.total()).isEqualTo(new Shown(27L));
        assertThat(figures.inUat(200)).isEqualTo(new Shown(4L));
        assertThat(figures.ofCategory(CaseCategory.NO_ID)).isEqualTo(new Shown(3L));
        assertThat(figures.handedOver()).isEqualTo(new Shown(17L));
        assertThat(figures.yearTotal()).isEqualTo(new Shown(27L));
    }

    @Test
    void theGroupSeesNoSmallFigureAndNoneFromWhichItFollows() {
        ServedFigures figures = seenBy(GROUP);
        assertThat(figures.inUat(200)).isEqualTo(HIDDEN);
        assertThat(figures.inUat(100)).isEqualTo(HIDDEN); // 27 - 23 would tell the 4
        assertThat(figures.ofCategory(CaseCategory.NO_ID)).isEqualTo(HIDDEN);
        assertThat(figures.ofCategory(CaseCategory.EXPIRED_ID)).isEqualTo(HIDDEN); // 27 - 24 would tell the 3
        assertThat(figures.total()).isEqualTo(new Shown(27L));
        assertThat(figures.byReason().get(SentBackReason.OTHER)).isEqualTo(HIDDEN);
    }

    @Test
    void sumsSinceJanuaryAreRoundedDownForTheGroup() {
        assertThat(seenBy(GROUP).yearTotal()).isEqualTo(new Shown(25L));
        assertThat(seenBy(GROUP).yearOfCategory(CaseCategory.NO_ID)).isEqualTo(HIDDEN);
        assertThat(seenBy(GROUP).yearOfCategory(CaseCategory.EXPIRED_ID)).isEqualTo(new Shown(20L));
        assertThat(seenBy(GROUP).roundedDown(14)).isEqualTo(10);
        assertThat(seenBy(PLANNER).roundedDown(14)).isEqualTo(14);
    }

    /** Yesterday's 27 and today's 30 would tell that today's visit served 3. */
    @Test
    void ofAMonthUnderWayTheGroupIsToldMultiplesOnly() {
        ServedFigures yesterday = new ServedFigures(GATE, GROUP, MARCH, MARCH, false);
        assertThat(yesterday.total()).isEqualTo(new Shown(25L, true));
        assertThat(yesterday.handedOver()).isEqualTo(new Shown(15L, true));
        assertThat(yesterday.inUat(200)).isEqualTo(HIDDEN);
        assertThat(yesterday.byReason().get(SentBackReason.NO_MONEY_FOR_FEE).count())
                .isIn(25L, null);
        List<VisitOutcome> more = new ArrayList<>(MARCH);
        more.add(visit(100, "CAPTURE", 0, 2));
        assertThat(new ServedFigures(GATE, GROUP, more, more, false).total()).isEqualTo(yesterday.total());
        assertThat(new ServedFigures(GATE, PLANNER, more, more, false).total()).isEqualTo(new Shown(29L));
    }

    @Test
    void aMonthWithoutVisitsServedNobodyAndMaySaySo() {
        ServedFigures none = new ServedFigures(GATE, GROUP, List.of(), List.of(), false);
        assertThat(none.total()).isEqualTo(new Shown(0L));
        assertThat(none.handedOver()).isEqualTo(new Shown(0L));
        assertThat(none.byReason()).isEmpty();
    }
}
