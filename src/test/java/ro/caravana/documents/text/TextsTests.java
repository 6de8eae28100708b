package ro.caravana.documents.text;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.documents.support.SampleDocuments.GROUP;
import static ro.caravana.documents.support.SampleDocuments.PLANNER;
import static ro.caravana.documents.support.SampleDocuments.count;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitState;
import ro.caravana.documents.model.Agreement;
import ro.caravana.documents.model.Audience;
import ro.caravana.documents.model.Stop;
import ro.caravana.documents.model.VisitKind;
import ro.caravana.documents.support.SampleDocuments;

class TextsTests {
    private final Texts romanian = new Texts(Language.RO, 5);
    private final Texts english = new Texts(Language.EN, 5);

    @Test
    void bothLanguagesHaveTheSameMessages() throws IOException {
        assertThat(messages("en").keySet()).isEqualTo(messages("ro").keySet());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() throws IOException {
        Properties ro = messages("ro");
        Properties en = messages("en");
        assertThat(ro.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(arguments(en.getProperty(key))).as(key).isEqualTo(arguments(ro.getProperty(key))));
    }

    /** The other way round, a message that is missing, breaks the printing and with it every test of that document. */
    @Test
    void noMessageIsLeftOver() throws IOException {
        String product = everythingUnder("src/main/java/ro/caravana/documents")
                + everythingUnder("src/main/resources/documents");
        assertThat(messages("ro").stringPropertyNames())
                .filteredOn(
                        key -> !key.startsWith("route-check-") && !ofConstants().contains(key))
                .filteredOn(key -> !isOfAFamily(key, product))
                .filteredOn(key -> !Pattern.compile("[\"{.]" + key + "[\"}]")
                        .matcher(product)
                        .find())
                .isEmpty();
    }

    /** Names in the month's report that are put together: {@code "month-case-"} and a category. */
    private static boolean isOfAFamily(String key, String product) {
        boolean known = false;
        for (int dash = key.indexOf('-', key.indexOf('-') + 1); dash >= 0; dash = key.indexOf('-', dash + 1)) {
            known |= product.contains('"' + key.substring(0, dash + 1) + '"');
        }
        return known;
    }

    /** A sheet of paper that asks for a message nobody wrote is no paper at all. */
    @ParameterizedTest
    @ValueSource(strings = {"ro", "en"})
    void everyMessageThatATemplateAsksForIsThere(String language) throws IOException {
        Set<String> asked = Pattern.compile("\\{\\{[#^/]?t\\.([a-z0-9-]+)}}")
                .matcher(everythingUnder("src/main/resources/documents"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).isNotEmpty();
        asked.removeAll(messages(language).stringPropertyNames());
        assertThat(asked).isEmpty();
    }

    /** Messages whose names are put together from constants: one for each, and none more. */
    private static Set<String> ofConstants() {
        return Stream.of(
                        Stream.of(VisitState.values()).map(state -> "state-" + state.wire()),
                        Stream.of(Partner.values()).map(partner -> "state-declined-" + partner.wire()),
                        Stream.of(Agreement.values())
                                .map(said -> "agreement-"
                                        + said.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    @Test
    void romanianUsesCommaBelowAndNoCedilla() throws IOException {
        assertThat(String.join(
                        "",
                        messages("ro").values().stream().map(String::valueOf).toList()))
                .doesNotContain("ş", "ţ", "Ş", "Ţ");
    }

    @Test
    void daysAndMonthsAreWrittenAsPeopleWriteThem() {
        assertThat(romanian.longDate(LocalDate.of(2027, 3, 18))).isEqualTo("joi, 18 martie 2027");
        assertThat(romanian.month(YearMonth.of(2027, 1))).isEqualTo("Ianuarie 2027");
        assertThat(romanian.dayAndDate(LocalDate.of(2027, 3, 18))).isEqualTo("joi 18.03.2027");
        assertThat(english.longDate(LocalDate.of(2027, 3, 18))).isEqualTo("Thursday, 18 March 2027");
    }

    @Test
    void momentsAreThoseOfBucharest() {
        assertThat(romanian.moment(Instant.parse("2027-07-01T21:30:00Z"))).isEqualTo("02.07.2027, 00:30");
    }

    @Test
    void hoursAreWholeMinutesAndStayInTheirDay() {
        assertThat(romanian.hours(LocalTime.of(8, 45, 29), LocalTime.of(10, 14, 30)))
                .isEqualTo("08:45–10:15");
        assertThat(romanian.time(LocalTime.of(23, 59, 59))).isEqualTo("23:59");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 min", "59, 1 min", "3569, 59 min", "3600, 1 h", "9240, 2 h 34 min"})
    void durations(long seconds, String text) {
        assertThat(romanian.duration(seconds)).isEqualTo(text);
    }

    @Test
    void shortDistancesHaveOneDecimal() {
        assertThat(romanian.distance(4_540)).isEqualTo("4,5 km");
        assertThat(english.distance(4_540)).isEqualTo("4.5 km");
        assertThat(romanian.distance(17_420_000)).isEqualTo("17.420 km");
    }

    @Test
    void aVisitWithoutAVenueSaysOnlyWhatIsDone() {
        var words = new VisitWords(romanian, Audience.INTERNAL);
        assertThat(words.venueAndAction(stopAt(""))).isEqualTo("Preluare cereri");
        assertThat(words.venueAndAction(stopAt("Cămin Cultural"))).isEqualTo("Cămin Cultural · Preluare cereri");
    }

    private static Stop stopAt(String venue) {
        return SampleDocuments.graphicWithVenue(venue).days().stream()
                .flatMap(day -> day.stops().stream())
                .filter(stop -> stop.venue().equals(venue) && stop.kind() == VisitKind.CAPTURE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHiddenFigureSaysOnlyThatItIsHidden() {
        assertThat(romanian.persons(count(4, GROUP))).isEqualTo("ascuns");
        assertThat(romanian.persons(count(4, PLANNER))).isEqualTo("4");
        assertThat(romanian.persons(count(5, GROUP))).isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, RO",
                "'', RO",
                "en, EN",
                "'de,en;q=0.8,ro;q=0.2', EN",
                "fr, RO",
                "'ro-RO,en', RO",
                "';;q=x', RO"
            })
    void theLanguageIsTheBestOfTheAcceptedOnes(String header, Language language) {
        assertThat(Language.accepted(header)).isEqualTo(language);
    }

    /** Of both bundles. */
    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        for (String bundle : List.of("documents", "workgroup")) {
            try (var reader = new InputStreamReader(
                    TextsTests.class.getResourceAsStream("/documents/" + bundle + "_" + language + ".properties"),
                    StandardCharsets.UTF_8)) {
                messages.load(reader);
            }
        }
        return messages;
    }

    private static Set<String> arguments(String message) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(message);
        while (matcher.find()) {
            arguments.add(matcher.group());
        }
        return arguments;
    }

    /** Templates and sources, not the message files themselves. */
    private static String everythingUnder(String folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(java|html)"))
                    .toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
