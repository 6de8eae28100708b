package ro.caravana.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.caravana.planning.PlanProblem.Fault;
import ro.caravana.planning.support.InstanceJson;
import ro.caravana.planning.support.RandomVillage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PlanDocumentsTests {
    private static List<Fault> faultsOf(byte[] json) {
        PlanProblem.InvalidInstance problem =
                catchThrowableOfType(PlanProblem.InvalidInstance.class, () -> PlanDocuments.readInstance(json));
        assertThat(problem).as("the instance should be refused").isNotNull();
        assertThat(problem.status()).isEqualTo(400);
        return problem.faults();
    }

    @Test
    void whatIsLeftOutMeansNoLimit() {
        PlanInstance instance = PlanDocuments.readInstance(InstanceJson.bytes(InstanceJson.smallest()));
        assertThat(instance.noticeDays()).isZero();
        assertThat(instance.stations().get(0).workday()).isEqualTo(new PlanInstance.Workday(0, 86_400));
        assertThat(instance.stations().get(0).capacityPersons()).isNull();
        assertThat(instance.visits().get(0).kind()).isEqualTo(PlanInstance.Kind.CAPTURE);
        assertThat(instance.travel()).isNull();
        assertThat(instance.weights().of(PlanRule.STATION_DAY)).isEqualTo(3600);
    }

    @Test
    void writingAndReadingGiveTheSameInstanceAndTheSameHash() {
        for (long seed = 0; seed < 50; seed++) {
            PlanInstance instance =
                    RandomVillage.of(seed).withTravel(new PlanInstance.Travel(List.of(), new int[0][], new int[0][]));
            byte[] bytes = PlanDocuments.writeInstance(instance);
            PlanInstance again;
            try {
                again = PlanDocuments.readInstance(bytes);
            } catch (PlanProblem.InvalidInstance noMatrixOrBadPin) {
                continue;
            }
            assertThat(PlanDocuments.writeInstance(again)).isEqualTo(bytes);
            assertThat(PlanDocuments.sha256(again)).hasSize(64).isEqualTo(PlanDocuments.sha256(instance));
        }
    }

    /** Each line puts a value in one place of a sound instance and names the place of the fault. */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /colour | "red" | /colour
                    /schema | "other/1" | /schema
                    /horizon | {"start":"2027-01-08","end":"2027-01-04"} | /horizon/end
                    /horizon | {"start":"2027-01-04","end":"2037-01-04"} | /horizon/end
                    /horizon | {"start":"1970-01-01","end":"2999-12-31"} | /horizon/end
                    /horizon/start | "4 January" | /horizon/start
                    /horizon/start | "1700-01-01" | /horizon/start
                    /horizon | null | /horizon
                    /closedDates | "2027-01-05" | /closedDates
                    /closedDates | ["2027-01-04","2027-01-05","2027-01-06","2027-01-07","2027-01-08"] | /stations/0/closedDates
                    /noticeDays | -1 | /noticeDays
                    /noticeDays | 1.5 | /noticeDays
                    /stations | [] | /stations
                    /stations | {} | /stations
                    /stations/0/base | "nowhere" | /stations/0/base
                    /stations/0/workday | {"start":36000,"end":28800} | /stations/0/workday/end
                    /stations/0/workday | {"start":28800,"end":90000} | /stations/0/workday/end
                    /stations/0/maxSeconds | -5 | /stations/0/maxSeconds
                    /stations/0/capacityPersons | "many" | /stations/0/capacityPersons
                    /stations/0/closedDates | ["2027-01-04","2027-01-05","2027-01-06","2027-01-07","2027-01-08"] | /stations/0/closedDates
                    /sites/1/id | "base" | /sites/1/id
                    /sites/1/id | "" | /sites/1/id
                    /sites/1/lat | 91 | /sites/1/lat
                    /sites/1/windows | [{"days":["MONDAY"]}] | /sites/1/windows/0/days/0
                    /sites/1/windows | [{"from":36000,"to":28800}] | /sites/1/windows/0/to
                    /visits/0/site | "nowhere" | /visits/0/site
                    /visits/0/site | 7 | /visits/0/site
                    /visits/0/id | "b" | /visits/1/id
                    /visits/0/kind | "PARTY" | /visits/0/kind
                    /visits/0/persons | -1 | /visits/0/persons
                    /visits/0/value | -0.5 | /visits/0/value
                    /visits/0/required | "yes" | /visits/0/required
                    /visits/0/serviceSeconds | 100000 | /visits/0/serviceSeconds
                    /visits/0/from | 90000 | /visits/0/from
                    /visits/0/to | 0.5 | /visits/0/to
                    /visits/0/unknown | 1 | /visits/0/unknown
                    /visits/0/after | {"visit":"nobody"} | /visits/0/after/visit
                    /visits/0/after | {"visit":"a"} | /visits/0/after/visit
                    /visits/0/after | {"visit":"b","minDays":5,"maxDays":4} | /visits/0/after/maxDays
                    /visits/0/series | {"id":"x","minGapDays":5,"maxGapDays":4} | /visits/0/series/maxGapDays
                    /visits/0/pinned | {"station":"t","date":"2027-01-05"} | /visits/0/pinned/station
                    /visits/0/pinned | {"station":"s","date":"2028-01-05"} | /visits/0/pinned/date
                    /visits/0/pinned | {"station":"s","date":"1970-01-01"} | /visits/0/pinned/date
                    /visits/0/pinned | {"station":"s"} | /visits/0/pinned/date
                    /visits/0/pinned | {"station":"s","date":"2027-01-05","startSeconds":86401} | /visits/0/pinned/startSeconds
                    /travel | {"sites":["base","p"],"seconds":[[0,1],[1]],"metres":[[0,1],[1,0]]} | /travel/seconds/1
                    /travel | {"sites":["base","p"],"seconds":[[0,1]],"metres":[[0,1],[1,0]]} | /travel/seconds
                    /travel | {"sites":["base","p"],"seconds":[[0,-1],[1,0]],"metres":[[0,1],[1,0]]} | /travel/seconds/0/1
                    /travel | {"sites":["base","p"],"seconds":[[0,1],[1,3]],"metres":[[0,1],[1,0]]} | /travel/seconds/1/1
                    /travel | {"sites":["base"],"seconds":[[0]],"metres":[[0]]} | /sites/1/id
                    /travel | {"sites":["base","p","q"],"seconds":[[0,1,1],[1,0,1],[1,1,0]],"metres":[[0,1,1],[1,0,1],[1,1,0]]} | /travel/sites/2
                    /weights | {"stationDay":-1} | /weights/stationDay
                    /weights | {"luck":1} | /weights/luck
                    """)
    void aFaultIsNamedWhereItStands(String pointer, String json, String expected) {
        ObjectNode document = InstanceJson.smallest();
        InstanceJson.put(document, pointer, json);
        assertThat(faultsOf(InstanceJson.bytes(document)))
                .extracting(Fault::pointer)
                .contains(expected);
    }

    /** A number of hundreds of digits is sound JSON: one that nobody can hold is out of range like any other. */
    @ParameterizedTest
    @CsvSource({"1,400,''", "-1,400,''", "1,400,.5", "1e999,0,''", "-1e999,0,''"})
    void aNumberBeyondAllBoundsIsAFaultAmongOthers(String start, int zeros, String end) {
        ObjectNode document = InstanceJson.smallest();
        List<String> numbers =
                List.of("/noticeDays", "/sites/1/lat", "/weights/stationDay", "/visits/0/persons", "/visits/0/value");
        document.putObject("weights");
        numbers.forEach(pointer -> InstanceJson.put(document, pointer, "\"?\""));
        InstanceJson.put(
                document,
                "/travel",
                "{\"sites\":[\"base\",\"p\"],\"seconds\":[[0,\"?\"],[1,0]],\"metres\":[[0,1],[1,0]]}");
        InstanceJson.put(document, "/visits/1/site", "\"nowhere\"");
        String json = document.toString().replace("\"?\"", start + "0".repeat(zeros) + end);
        assertThat(faultsOf(json.getBytes(StandardCharsets.UTF_8)))
                .extracting(Fault::pointer)
                .containsAll(numbers)
                .contains("/travel/seconds/0/1", "/visits/1/site")
                .hasSize(numbers.size() + 2);
    }

    @Test
    void manyDigitsThatMeanAUsualNumberAreReadAsOne() {
        ObjectNode document = InstanceJson.smallest();
        InstanceJson.put(document, "/visits/0/value", "\"?\"");
        String json = document.toString().replace("\"?\"", "7." + "0".repeat(400) + "1");
        PlanInstance instance = PlanDocuments.readInstance(json.getBytes(StandardCharsets.UTF_8));
        assertThat(instance.visits().get(0).value()).isEqualTo(7);
    }

    /** Jackson stops there, for good reason, and does not know where it is. */
    @Test
    void aNumberOfThousandsOfDigitsIsNotCalledMalformed() {
        ObjectNode document = InstanceJson.smallest();
        InstanceJson.put(document, "/visits/0/persons", "\"?\"");
        String json = document.toString().replace("\"?\"", "1" + "0".repeat(2000));
        assertThat(faultsOf(json.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("number of more digits"));
    }

    @Test
    void allFaultsAreListedAtOnce() {
        ObjectNode document = InstanceJson.smallest();
        InstanceJson.put(document, "/noticeDays", "-1");
        InstanceJson.put(document, "/visits/0/site", "\"nowhere\"");
        InstanceJson.put(document, "/visits/1/value", "\"much\"");
        assertThat(faultsOf(InstanceJson.bytes(document)))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/noticeDays", "/visits/0/site", "/visits/1/value");
    }

    @Test
    void aVisitPinnedWhereItsSiteIsClosedIsFound() {
        ObjectNode document = InstanceJson.smallest();
        InstanceJson.put(document, "/sites/1/closedDates", "[\"2027-01-05\"]");
        InstanceJson.put(document, "/visits/0/pinned", "{\"station\":\"s\",\"date\":\"2027-01-05\"}");
        assertThat(faultsOf(InstanceJson.bytes(document)))
                .extracting(Fault::pointer)
                .containsExactly("/visits/0/pinned/date");
    }

    @Test
    void pinsNearerThanTheirSeriesAllowsAreFound() {
        ObjectNode document = InstanceJson.smallest();
        for (int i = 0; i < 2; i++) {
            InstanceJson.put(document, "/visits/" + i + "/series", "{\"id\":\"x\",\"minGapDays\":2}");
            InstanceJson.put(
                    document, "/visits/" + i + "/pinned", "{\"station\":\"s\",\"date\":\"2027-01-0" + (5 + i) + "\"}");
        }
        assertThat(faultsOf(InstanceJson.bytes(document)))
                .extracting(Fault::pointer)
                .containsExactly("/visits/1/pinned/date");
        InstanceJson.put(document, "/visits/1/pinned", "{\"station\":\"s\",\"date\":\"2027-01-07\"}");
        PlanDocuments.readInstance(InstanceJson.bytes(document));
    }

    @Test
    void aCircleOfSuccessionsIsFound() {
        ObjectNode document = InstanceJson.smallest();
        InstanceJson.put(document, "/visits/0/after", "{\"visit\":\"b\"}");
        InstanceJson.put(document, "/visits/1/after", "{\"visit\":\"a\"}");
        assertThat(faultsOf(InstanceJson.bytes(document)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("circle"));
    }

    @Test
    void pinsThatContradictEachOtherAreFound() {
        ObjectNode overlapping = InstanceJson.smallest();
        InstanceJson.put(
                overlapping, "/visits/0/pinned", "{\"station\":\"s\",\"date\":\"2027-01-05\",\"startSeconds\":36000}");
        InstanceJson.put(
                overlapping, "/visits/1/pinned", "{\"station\":\"s\",\"date\":\"2027-01-05\",\"startSeconds\":36600}");
        InstanceJson.put(overlapping, "/visits/0/serviceSeconds", "3600");
        assertThat(faultsOf(InstanceJson.bytes(overlapping)))
                .extracting(Fault::pointer)
                .containsExactly("/visits/1/pinned/startSeconds");

        ObjectNode tooNear = InstanceJson.smallest();
        InstanceJson.put(tooNear, "/visits/0/pinned", "{\"station\":\"s\",\"date\":\"2027-01-05\"}");
        InstanceJson.put(tooNear, "/visits/1/pinned", "{\"station\":\"s\",\"date\":\"2027-01-06\"}");
        InstanceJson.put(tooNear, "/visits/1/after", "{\"visit\":\"a\",\"minDays\":2}");
        assertThat(faultsOf(InstanceJson.bytes(tooNear)))
                .extracting(Fault::pointer)
                .containsExactly("/visits/1/pinned/date");
    }

    @Test
    void aHundredThousandVisitsAreRefusedWithAllTheirFaultsCounted() {
        ObjectNode document = InstanceJson.smallest();
        ArrayNode visits = (ArrayNode) document.get("visits");
        for (int i = visits.size(); i < 100_000; i++) {
            visits.addObject().put("id", "v" + i).put("site", "nowhere");
        }
        PlanProblem.InvalidInstance problem = catchThrowableOfType(
                PlanProblem.InvalidInstance.class, () -> PlanDocuments.readInstance(InstanceJson.bytes(document)));
        assertThat(problem.faults()).hasSize(1000);
        assertThat(problem.properties()).containsEntry("faultCount", 99_999); // 99,998 sites and the size
    }

    /** Beyond a million each is still read, but they are no longer compared: what was not kept would be missed among them. */
    @Test
    void moreVisitsThanAreKeptAreReadAndCounted() {
        int more = 1_200_000;
        String visit = "{\"id\":\"b\",\"site\":\"p\"}";
        String broken = "{\"id\":\"b\",\"site\":7}";
        String json = InstanceJson.smallest().toString().replace(visit, (visit + ",").repeat(more) + broken);
        assertThat(faultsOf(json.getBytes(StandardCharsets.UTF_8)))
                .satisfiesExactly(
                        fault -> assertThat(fault.pointer()).isEqualTo("/visits/" + (more + 1) + "/site"),
                        fault -> assertThat(fault.message()).contains("holds " + (more + 2)));
    }

    /** What stands in for a broken value is neither told of a second time nor compared with others. */
    @Test
    void aBrokenValueIsToldOnceAndHasNoConsequences() {
        ObjectNode document = InstanceJson.smallest();
        for (String visit : List.of("/visits/0", "/visits/1")) {
            InstanceJson.put(document, visit + "/id", "\"\"");
            InstanceJson.put(document, visit + "/site", "7");
            InstanceJson.put(document, visit + "/kind", "\"\"");
            InstanceJson.put(document, visit + "/after", "{\"visit\":\"\",\"minDays\":5}");
            InstanceJson.put(document, visit + "/series", "{\"id\":\"\",\"minGapDays\":3}");
            InstanceJson.put(
                    document, visit + "/pinned", "{\"station\":\"\",\"date\":\"soon\",\"startSeconds\":36000}");
        }
        InstanceJson.put(document, "/visits/1/series/minGapDays", "4");
        assertThat(faultsOf(InstanceJson.bytes(document)))
                .extracting(Fault::pointer)
                .containsExactlyElementsOf(Stream.of("/visits/0", "/visits/1")
                        .flatMap(visit -> Stream.of(
                                        "id",
                                        "site",
                                        "kind",
                                        "after/visit",
                                        "series/id",
                                        "pinned/station",
                                        "pinned/date")
                                .map(member -> visit + "/" + member))
                        .toList());
    }

    /** Each line breaks one value of an instance that is sound but for it: nothing else is told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/horizon/start",
                "/horizon/end",
                "/closedDates/0",
                "/stations/0/closedDates/0",
                "/visits/0/series/minGapDays",
                "/visits/1/series/maxGapDays",
                "/visits/0/series/id",
                "/visits/1/pinned/station",
                "/visits/1/pinned/date",
                "/visits/1/pinned/startSeconds",
                "/visits/1/after/minDays",
                "/visits/1/serviceSeconds",
                "/travel/sites/1"
            })
    void aBrokenValueMakesNothingElseWrong(String pointer) {
        ObjectNode document = pinnedSeries();
        PlanDocuments.readInstance(InstanceJson.bytes(document));
        InstanceJson.put(document, pointer, "{}");
        assertThat(faultsOf(InstanceJson.bytes(document)))
                .extracting(Fault::pointer)
                .containsExactly(pointer);
    }

    @Test
    void aHorizonOfTwoBrokenDatesHasNoWorkingDaysToJudge() {
        ObjectNode document = pinnedSeries();
        for (String date : List.of("/horizon/start", "/horizon/end", "/closedDates/0")) {
            InstanceJson.put(document, date, "\"soon\"");
        }
        assertThat(faultsOf(InstanceJson.bytes(document)))
                .extracting(Fault::pointer)
                .containsExactly("/horizon/start", "/horizon/end", "/closedDates/0");
    }

    @Test
    void aPinIsJudgedByTheSideOfTheHorizonThatCanBeRead() {
        ObjectNode document = pinnedSeries();
        InstanceJson.put(document, "/horizon/end", "\"soon\"");
        InstanceJson.put(document, "/visits/0/pinned/date", "\"2027-01-03\"");
        assertThat(faultsOf(InstanceJson.bytes(document)))
                .extracting(Fault::pointer)
                .containsExactly("/horizon/end", "/visits/0/pinned/date");
    }

    /** A broken reference is not one to the site or station whose own id is broken. */
    @ParameterizedTest
    @CsvSource({"/sites/2,/visits/0/site", "/stations/1,/visits/0/pinned/station"})
    void twoBrokenValuesAreNotTheSame(String closed, String reference) {
        ObjectNode document = pinnedSeries();
        ((ArrayNode) document.get("sites"))
                .addObject()
                .put("id", "q")
                .put("lat", 46)
                .put("lon", 23);
        ((ArrayNode) document.get("stations")).addObject().put("id", "t").put("base", "base");
        document.remove("travel");
        InstanceJson.put(document, closed + "/closedDates", "[\"2027-01-05\"]");
        InstanceJson.put(document, closed + "/id", "7");
        InstanceJson.put(document, reference, "7");
        assertThat(faultsOf(InstanceJson.bytes(document)))
                .extracting(Fault::pointer)
                .containsExactly(closed + "/id", reference);
    }

    private static ObjectNode pinnedSeries() {
        ObjectNode document = InstanceJson.smallest();
        InstanceJson.put(document, "/closedDates", "[\"2027-01-04\"]");
        InstanceJson.put(document, "/stations/0/closedDates", "[\"2027-01-08\"]");
        InstanceJson.put(
                document, "/travel", "{\"sites\":[\"base\",\"p\"],\"seconds\":[[0,1],[1,0]],\"metres\":[[0,1],[1,0]]}");
        for (int i = 0; i < 2; i++) {
            String visit = "/visits/" + i;
            InstanceJson.put(document, visit + "/serviceSeconds", "3600");
            InstanceJson.put(document, visit + "/series", "{\"id\":\"x\",\"minGapDays\":1,\"maxGapDays\":9}");
            InstanceJson.put(
                    document,
                    visit + "/pinned",
                    "{\"station\":\"s\",\"date\":\"2027-01-0" + (5 + i) + "\",\"startSeconds\":36000}");
        }
        InstanceJson.put(document, "/visits/1/after", "{\"visit\":\"a\",\"minDays\":1}");
        return document;
    }

    @Test
    void unknownFieldsAreToldAlsoOfVisits() {
        ObjectNode document = InstanceJson.smallest();
        String tooLong = "x".repeat(40);
        InstanceJson.put(document, "/visits/0/" + tooLong + "a", "1");
        InstanceJson.put(document, "/visits/0/" + tooLong + "b", "1");
        InstanceJson.put(document, "/visits/0/colour", "1");
        assertThat(faultsOf(InstanceJson.bytes(document)))
                .extracting(Fault::pointer)
                .containsExactly("/visits/0/" + tooLong, "/visits/0/colour");
    }

    /** Whoever saves from Windows sends UTF-16; what stands behind the document is as wrong as within it. */
    @Test
    void everyEncodingOfJsonIsReadAndNothingMayFollow() {
        String text = InstanceJson.smallest().toString();
        assertThat(PlanDocuments.readInstance(text.getBytes(StandardCharsets.UTF_16)))
                .isEqualTo(PlanDocuments.readInstance(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(faultsOf((text + " {}").getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        assertThat(faultsOf(text.replace("}]}", "}],\"visits\":[]}").getBytes(StandardCharsets.UTF_8)))
                .extracting(Fault::pointer)
                .containsExactly("");
        assertThat(faultsOf(text.replace("{\"id\":\"a\"", "{\"id\":\"a\",\"id\":\"a\"")
                        .getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @Test
    void theFirstFaultsAreThoseOfTheWholeEvenBeforeManyVisits() {
        ObjectNode document = InstanceJson.smallest();
        InstanceJson.put(document, "/horizon/start", "\"soon\"");
        InstanceJson.put(document, "/visits/1/persons", "-1");
        assertThat(faultsOf(InstanceJson.bytes(document)))
                .extracting(Fault::pointer)
                .containsExactly("/horizon/start", "/visits/1/persons");
    }

    @Test
    void whatIsNotJsonSaysInWhichLine() {
        byte[] broken = "{\n\"horizon\": }".getBytes(StandardCharsets.UTF_8);
        assertThat(faultsOf(broken)).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEmpty();
            assertThat(fault.message()).contains("line 2");
        });
        assertThat(faultsOf(new byte[0])).isNotEmpty();
        assertThat(faultsOf("[]".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        assertThat(faultsOf("{\"schema\":\"a\",\"schema\":\"b\"}".getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @Test
    void aFaultNeverEchoesWhatWasSent() {
        ObjectNode document = InstanceJson.smallest();
        InstanceJson.put(document, "/visits/0/site", "\"secret-place\"");
        assertThat(faultsOf(InstanceJson.bytes(document)).toString()).doesNotContain("secret");
    }

    @Test
    void aPlanOfAnotherSolverNeedsOnlyItsVisits() {
        byte[] json = """
                {"visits":[{"visit":"a","station":"s","date":"2027-01-05","arrival":32000,"start":32400,"end":36000}]}""".getBytes(StandardCharsets.UTF_8);
        Plan plan = PlanDocuments.readPlan(json);
        assertThat(plan.visits()).hasSize(1);
        assertThat(PlanDocuments.readPlan(PlanDocuments.writePlan(plan))).isEqualTo(plan);
    }

    @Test
    void aBrokenPlanNamesItsFaults() {
        byte[] json = "{\"visits\":[{\"visit\":\"a\",\"station\":\"s\",\"date\":\"soon\",\"arrival\":-1,\"start\":1}]}"
                .getBytes(StandardCharsets.UTF_8);
        PlanProblem.InvalidPlan problem =
                catchThrowableOfType(PlanProblem.InvalidPlan.class, () -> PlanDocuments.readPlan(json));
        assertThat(problem.faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/visits/0/date", "/visits/0/arrival", "/visits/0/end");
    }
}
