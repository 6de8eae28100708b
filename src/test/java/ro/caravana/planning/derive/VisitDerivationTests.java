package ro.caravana.planning.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.planning.support.SmallCounty.FAR;
import static ro.caravana.planning.support.SmallCounty.HAMLET;
import static ro.caravana.planning.support.SmallCounty.SEAT;
import static ro.caravana.planning.support.SmallCounty.TOWN;
import static ro.caravana.planning.support.SmallCounty.need;
import static ro.caravana.statistics.CaseCategory.EXPIRED_ID;
import static ro.caravana.statistics.CaseCategory.NON_TRANSPORTABLE;
import static ro.caravana.statistics.CaseCategory.NO_BIRTH_CERTIFICATE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import ro.caravana.need.Need;
import ro.caravana.planning.Experience;
import ro.caravana.planning.derive.VisitDemand.Kind;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.territory.Level;

class VisitDerivationTests {
    private static final PlanningDefaults DEFAULTS = PlanningDefaults.STANDARD;
    private static final long YEAR = 365;
    private static final int WHOLE_DAY = 7 * 3600;

    @Test
    void everyUatGetsOneRequiredVisitEvenWithoutAnyNeed() {
        List<VisitDemand> visits = derive();
        assertThat(visits).allMatch(VisitDemand::required).hasSize(3);
        assertThat(sirutasOf(visits)).containsExactlyInAnyOrder(TOWN, SEAT, FAR);
    }

    @Test
    void theRequiredVisitGoesToTheNeediestLocality() {
        List<VisitDemand> visits = derive(need(SEAT, EXPIRED_ID, 10), need(HAMLET, EXPIRED_ID, 30));
        assertThat(visits.stream()
                        .filter(VisitDemand::required)
                        .map(VisitDemand::siruta)
                        .toList())
                .contains(HAMLET)
                .doesNotContain(SEAT);
    }

    @Test
    void aPlanOfTwoMonthsOwesNobodyAVisitAndHoldsItsShareOfTheYears() {
        List<VisitDemand> visits = new VisitDerivation(
                        SmallCounty.territory(),
                        List.of(need(TOWN, EXPIRED_ID, 9_000)),
                        DEFAULTS,
                        60,
                        siruta -> WHOLE_DAY)
                .derive();
        assertThat(visits).noneMatch(VisitDemand::required).hasSize(1);
    }

    @Test
    void personsAreTheTurnoutOfTheNeed() {
        VisitDemand visit =
                captures(HAMLET, derive(need(HAMLET, EXPIRED_ID, 30))).get(0);
        assertThat(visit.persons()).isEqualTo(24); // 0.8 × 30
    }

    @Test
    void aStayIsSetUpPlusMinutesPerPersonAtTwoWorkplaces() {
        VisitDemand visit =
                captures(HAMLET, derive(need(HAMLET, EXPIRED_ID, 30))).get(0);
        assertThat(visit.serviceSeconds()).isEqualTo(900 + 24 * 8 * 60 / 2);
    }

    @Test
    void aStayIsNeverTimedForFewerPersonsThanTheDisclosureThreshold() {
        int one = captures(HAMLET, derive(need(HAMLET, EXPIRED_ID, 1))).get(0).serviceSeconds();
        int five = captures(HAMLET, derive(need(HAMLET, EXPIRED_ID, 6))).get(0).serviceSeconds();
        assertThat(one).isEqualTo(five);
    }

    @Test
    void aHigherThresholdTimesNoStayForFewerThanIt() {
        assertThat(PlanningDefaults.STANDARD.timingAtLeast(12).fewestPersonsTimed())
                .isEqualTo(12);
        assertThat(PlanningDefaults.STANDARD.timingAtLeast(3)).isEqualTo(PlanningDefaults.STANDARD);
    }

    @Test
    void whoHasNoBirthCertificateWeighsMoreThanWhoHasAnExpiredCard() {
        long expired =
                captures(HAMLET, derive(need(HAMLET, EXPIRED_ID, 20))).get(0).value();
        long unregistered = captures(HAMLET, derive(need(HAMLET, NO_BIRTH_CERTIFICATE, 20)))
                .get(0)
                .value();
        assertThat(unregistered).isGreaterThan(2 * expired);
    }

    @Test
    void moreThanOneVisitCanServeBecomesASeriesOfFallingValue() {
        List<VisitDemand> visits = captures(SEAT, derive(need(SEAT, EXPIRED_ID, 175))); // 140 come
        assertThat(visits).hasSize(3);
        assertThat(visits).allMatch(visit -> visit.series().equals(Optional.of("q" + SEAT)));
        assertThat(visits.stream().mapToInt(VisitDemand::persons).sum()).isEqualTo(140);
        assertThat(visits.get(0).value()).isGreaterThan(visits.get(1).value());
        assertThat(visits.get(1).value()).isGreaterThan(visits.get(2).value());
    }

    @Test
    void aCityGetsNoMoreVisitsThanTheYearAllows() {
        assertThat(captures(TOWN, derive(need(TOWN, EXPIRED_ID, 9_000)))).hasSize(DEFAULTS.capturesPerYear());
    }

    @Test
    void cardsAreHandedOverWhereNoLocalServiceDoesIt() {
        List<VisitDemand> visits = derive(need(SEAT, EXPIRED_ID, 60), need(TOWN, EXPIRED_ID, 60));
        List<VisitDemand> handovers =
                visits.stream().filter(visit -> visit.kind() == Kind.HANDOVER).toList();
        assertThat(handovers).singleElement().satisfies(handover -> {
            assertThat(handover.siruta()).isEqualTo(SEAT);
            assertThat(handover.after()).contains("v" + SEAT + "-1");
            assertThat(handover.persons()).isEqualTo(16); // a third of 48
        });
    }

    @Test
    void aFewCardsAreNotWorthAHandover() {
        assertThat(derive(need(SEAT, EXPIRED_ID, 20))).noneMatch(visit -> visit.kind() == Kind.HANDOVER);
    }

    @Test
    void bedsidesOfAUatAreOneRound() {
        List<VisitDemand> home = derive(need(SEAT, NON_TRANSPORTABLE, 4), need(HAMLET, NON_TRANSPORTABLE, 6)).stream()
                .filter(visit -> visit.kind() == Kind.HOME)
                .toList();
        assertThat(home).singleElement().satisfies(round -> {
            assertThat(round.siruta()).isEqualTo(HAMLET);
            assertThat(round.persons()).isEqualTo(5); // half of 10
            assertThat(round.serviceSeconds()).isEqualTo(900 + 5 * 30 * 60);
        });
    }

    @Test
    void figuresOfWholeUatsAreNotCountedTwice() {
        Need uat = new Need(2000, Level.UAT, EXPIRED_ID, 500, 400, 600, SmallCounty.AS_OF, "test");
        assertThat(derive(uat)).isEqualTo(derive());
    }

    @Test
    void aFarPlaceExpectsNoMorePersonsThanItsDayHolds() {
        List<VisitDemand> visits = new VisitDerivation(
                        SmallCounty.territory(),
                        List.of(need(FAR, EXPIRED_ID, 60)),
                        DEFAULTS,
                        YEAR,
                        siruta -> 900 + 10 * 240)
                .derive();
        assertThat(captures(FAR, visits))
                .allMatch(visit -> visit.persons() <= 10)
                .hasSize(5);
    }

    @Test
    void aPlaceTooFarForADayKeepsAVisitThatCanBeExplained() {
        List<VisitDemand> visits = new VisitDerivation(
                        SmallCounty.territory(), List.of(need(FAR, EXPIRED_ID, 60)), DEFAULTS, YEAR, siruta -> -100)
                .derive();
        assertThat(captures(FAR, visits)).isNotEmpty();
    }

    @Property(tries = 200)
    void everyPlaceInNeedHasAVisitAndNothingIsInvented(
            @ForAll @Size(4) List<@DoubleRange(min = 0, max = 2_000) Double> atStation,
            @ForAll @Size(4) List<@DoubleRange(min = 0, max = 100) Double> atBedside) {
        int[] sirutas = {TOWN, SEAT, HAMLET, FAR};
        List<Need> needs = new ArrayList<>();
        for (int place = 0; place < sirutas.length; place++) {
            needs.add(need(sirutas[place], EXPIRED_ID, atStation.get(place)));
            needs.add(need(sirutas[place], NON_TRANSPORTABLE, atBedside.get(place)));
        }
        List<VisitDemand> visits = derive(needs.toArray(Need[]::new));
        assertThat(visits.stream().map(VisitDemand::id).toList()).doesNotHaveDuplicates();
        assertThat(visits).allMatch(visit -> visit.persons() >= 1 && visit.value() >= 1);
        for (int place = 0; place < sirutas.length; place++) {
            List<VisitDemand> here = captures(sirutas[place], visits);
            int persons = here.stream().mapToInt(VisitDemand::persons).sum();
            assertThat(here.isEmpty() && atStation.get(place) > 0).isFalse();
            assertThat((double) persons)
                    .isLessThanOrEqualTo(Math.max(1, DEFAULTS.turnout() * atStation.get(place) + 0.5));
            assertThat(here).allMatch(visit -> visit.persons() <= DEFAULTS.personsPerVisit());
        }
        assertThat(visits.stream().filter(VisitDemand::required)).hasSize(3);
    }

    @Test
    void whatHeldVisitsTaughtChangesPersonsAndMinutesOfThatKind() {
        Experience slower = (kind, place) ->
                "CAPTURE".equals(kind) ? new Experience.Factors(0.5, 2) : Experience.Factors.AS_ASSUMED;
        List<VisitDemand> visits = new VisitDerivation(
                        SmallCounty.territory(),
                        List.of(need(HAMLET, EXPIRED_ID, 30), need(HAMLET, NON_TRANSPORTABLE, 10)),
                        DEFAULTS,
                        YEAR,
                        siruta -> WHOLE_DAY,
                        slower,
                        uat -> 0)
                .derive();
        VisitDemand capture = captures(HAMLET, visits).get(0);
        assertThat(capture.persons()).isEqualTo(12); // 0.5 × 0.8 × 30
        assertThat(capture.serviceSeconds()).isEqualTo(900 + 12 * 2 * 8 * 60 / 2);
        assertThat(visits.stream().filter(visit -> visit.kind() == Kind.HOME))
                .allSatisfy(round -> assertThat(round.persons()).isEqualTo(5));
    }

    private static List<VisitDemand> derive(Need... needs) {
        return new VisitDerivation(SmallCounty.territory(), Arrays.asList(needs), DEFAULTS, YEAR, siruta -> WHOLE_DAY)
                .derive();
    }

    private static List<VisitDemand> captures(int siruta, List<VisitDemand> visits) {
        return visits.stream()
                .filter(visit -> visit.siruta() == siruta && visit.kind() == Kind.CAPTURE)
                .toList();
    }

    private static Set<Integer> sirutasOf(List<VisitDemand> visits) {
        return visits.stream().map(VisitDemand::siruta).collect(Collectors.toSet());
    }
}
