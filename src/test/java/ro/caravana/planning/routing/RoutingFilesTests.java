package ro.caravana.planning.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.caravana.planning.PlanProblem;

/** Each public format, and what is said of a file that does not keep it. */
class RoutingFilesTests {
    @Test
    void aSolomonFileIsRead() {
        RoutingInstance cross = Samples.cross();
        assertThat(cross.family()).isEqualTo(Family.VRPTW);
        assertThat(cross.vehicles()).isEqualTo(3);
        assertThat(cross.limits().get(2)).isEqualTo(new RoutingInstance.Limits(20, Double.POSITIVE_INFINITY));
        assertThat(cross.depot().close()).isEqualTo(100);
        assertThat(cross.customers()).hasSize(4);
        assertThat(cross.customers().get(2))
                .isEqualTo(new RoutingInstance.Node(3, 0, -10, 2, 10, 0, 0, 90, List.of(1)));
    }

    @Test
    void aPeriodicFileIsReadWithTheHighestBitAsTheFirstDay() {
        RoutingInstance periodic = Samples.periodic();
        assertThat(periodic.family()).isEqualTo(Family.PVRP);
        assertThat(periodic.days()).isEqualTo(2);
        assertThat(periodic.customers().get(0).choices()).containsExactly(0b11);
        assertThat(periodic.customers().get(3).choices()).as("\"10\"").containsExactly(0b01);
    }

    @Test
    void anOrienteeringFileIsReadWithProfitAndHours() {
        RoutingInstance orienteering = Samples.orienteering();
        assertThat(orienteering.family()).isEqualTo(Family.TOPTW);
        assertThat(orienteering.depot().close()).isEqualTo(50);
        assertThat(orienteering.customers().get(2).profit()).isEqualTo(12);
        assertThat(orienteering.customers().get(2).close()).isEqualTo(50);
    }

    @Test
    void aSiteDependentFileIsReadWithEachVehicleAsADay() {
        RoutingInstance tiny = Samples.siteDependent();
        assertThat(tiny.family()).isEqualTo(Family.SDVRPTW);
        assertThat(tiny.days()).isEqualTo(2);
        assertThat(tiny.vehicles()).isEqualTo(1);
        assertThat(tiny.customers().get(1).choices()).containsExactly(0b01, 0b10);
        assertThat(tiny.limits().get(0).longest()).isEqualTo(60);
        assertThat(tiny.customers().get(1).open()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1      0        10         10          0        12          2 | 1 0 ten 10 0 12 2 | line 11 | no number",
                "1      0        10         10          0        12          2 | 1 0 10 10 0 | line 11 | at least 7",
                "1      0        10         10          0        12          2 | 1 0 10 10 13 12 2 | line 11 | after due",
                "1      0        10         10          0        12          2 | 1 0 10 -1 0 12 2 | line 11 | negative",
                "3         20 | 0 20 | line 5 | from 1 to 1000",
                "3         20 | 3 | line 5 | at least 2",
            })
    void aFaultOfASolomonFileNamesItsLine(String good, String bad, String where, String what) {
        assertFault("CROSS.txt", Samples.SOLOMON, good, bad, where, what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 1 4 2 | 2 1 4 2 | line 1 | only type 1",
                "1 1 4 2 | 1 1 5 2 | the end | the file ends",
                "1 1 4 2 | 1 1 4 40 | line 1 | from 1 to 30",
                "2 10 0 0 10 1 2 1 2 | 2 10 0 0 10 1 3 1 2 | line 6 | fewer combinations",
                "2 10 0 0 10 1 2 1 2 | 2 10 0 0 10 1 2 1 3 | line 6 | another number of days",
                "2 10 0 0 10 1 2 1 2 | 2 10 0 0 10 3 2 1 2 | line 6 | frequency",
            })
    void aFaultOfACordeauFileNamesItsLine(String good, String bad, String where, String what) {
        assertFault("p00", Samples.PERIODIC, good, bad, where, what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DIMENSION: 4 | COMMENT: 4 | the end | DIMENSION",
                "4 0 10 | 5 0 10 | the end | no row 4 in NODE_COORD_SECTION",
                "2 3 4 | 2 3 | the end | no vehicle may serve customer 4",
                "2 10 0 | 2 x 0 | line 10 | no number",
                "CAPACITY_SECTION | CAPACITIES | line 28 | neither",
            })
    void aFaultOfAVrplibFileIsNamed(String good, String bad, String where, String what) {
        assertFault("tiny.vrp", Samples.SITE_DEPENDENT, good, bad, where, what);
    }

    @Test
    void anEmptyFileIsAFault() {
        assertThatThrownBy(() -> RoutingFiles.read("empty", "\n\n")).isInstanceOf(PlanProblem.InvalidBenchmark.class);
    }

    private static void assertFault(String file, String text, String good, String bad, String where, String what) {
        assertThat(text).contains(good);
        assertThatThrownBy(() -> RoutingFiles.read(file, text.replaceFirst(good, bad)))
                .isInstanceOf(PlanProblem.InvalidBenchmark.class)
                .hasMessageContaining(file + ", " + where)
                .hasMessageContaining(what);
    }
}
