package ro.caravana.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ro.caravana.documents.support.PdfPages;
import ro.caravana.documents.text.Language;
import ro.caravana.documents.text.Texts;
import ro.caravana.fieldwork.SentBackReason;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.workgroup.MonthFacts;
import ro.caravana.workgroup.MonthFacts.Shown;

/** The monthly report on paper, from made-up facts. */
class MonthlyReportPdfTests {
    private static final LocalDate LAST = LocalDate.of(2027, 3, 31);

    static MonthFacts facts(boolean internal) {
        return new MonthFacts(
                "2027-03",
                internal,
                LAST,
                Instant.parse("2027-04-05T07:00:00Z"),
                true,
                "Cluj",
                5,
                true,
                new MonthFacts.Visits(12, 6, 1, 1, 1, 1, 1, 1),
                new MonthFacts.Persons(new Shown(310L), new Shown(240L), new Shown(40L), new Shown(null)),
                List.of(
                        new MonthFacts.UatRow(1, "Mociu", 2, 2, 0, new Shown(80L), new Shown(70L)),
                        new MonthFacts.UatRow(2, "Ploscoș", 1, 0, 1, new Shown(null), null)),
                Stream.of(CaseCategory.values())
                        .map(category -> new MonthFacts.CategoryRow(
                                category.name(),
                                new Shown(12L),
                                new Shown(35L),
                                100,
                                internal ? 10 : null,
                                internal ? 25 : null))
                        .toList(),
                Stream.of(SentBackReason.values())
                        .map(reason -> new MonthFacts.SentBackRow(reason.name(), new Shown(null)))
                        .toList(),
                List.of(
                        new MonthFacts.TargetRow("VISITS", new Shown(60L), 240),
                        new MonthFacts.TargetRow("UATS", new Shown(31L), 81),
                        new MonthFacts.TargetRow("PERSONS", new Shown(900L), null)),
                Stream.of("moved", "cancelled", "declined", "not-agreed", "not-reported")
                        .map(why -> new MonthFacts.MissedVisit(
                                LAST.minusDays(9),
                                "Ploscoș",
                                "Crairât",
                                why,
                                why.equals("moved") ? LAST.plusDays(9) : null,
                                null))
                        .toList(),
                new MonthFacts.NextMonth(9, 5, 4, List.of("Apahida", "Gilău")),
                new MonthFacts.Coverage(
                        0.12,
                        0.1,
                        0.15,
                        true,
                        300,
                        100,
                        List.of(
                                area(1, "Mociu", 0, 0.03, false),
                                area(2, "Ploscoș", 100, 0.6, true),
                                area(3, "Turda", 200, null, true))),
                List.of(
                        new MonthFacts.Task(
                                "sală la Ploscoș", "Primăria", LAST.minusDays(1), "OPEN", 2, "2027-04", "MEETING"),
                        new MonthFacts.Task("afiș", "Direcția", LAST, "DONE", 0, "2027-03", "MEETING")),
                new MonthFacts.MoneyRow(
                        1_000_000,
                        90_000,
                        270_000,
                        900_000,
                        1_234_000,
                        11,
                        3_000L,
                        null,
                        List.of(new MonthFacts.MoneyLine("FUEL", 1_000_000, 270_000, 900_000))),
                2,
                new MonthFacts.Quality(
                        41,
                        List.of(
                                new MonthFacts.Question(1, 4.31, 4.07, 4.58, 0.81, 0.66, 0.9),
                                new MonthFacts.Question(2, null, null, null, null, null, null))),
                Stream.of("mayor", "police")
                        .map(who ->
                                new MonthFacts.SilentPartner("Sic", "Sic", who, LAST.plusDays(20), LAST.minusDays(20)))
                        .toList(),
                List.of(
                        new MonthFacts.UatGoal(1, "Mociu", 4, 3, 140, internal ? 97L : null),
                        new MonthFacts.UatGoal(2, "Ploscoș", 2, 0, null, internal ? 0L : null)));
    }

    private static MonthFacts.Area area(int siruta, String name, int x, @Nullable Double share, boolean behind) {
        String path = "M%d 0L%d 0L%d 100L%d 100Z".formatted(x, x + 100, x + 100, x);
        return new MonthFacts.Area(siruta, name, path, share, share, share, behind);
    }

    private static PdfPages pages(Language language, boolean internal) {
        return PdfPages.read(new MonthlyReportPdf(new Texts(language, 5)).write(facts(internal)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyReasonStateAndLineHasWordsInBothLanguages(Language language) {
        assertThat(pages(language, true).count()).isGreaterThanOrEqualTo(4);
        assertThat(pages(language, false).all()).doesNotContain("month-", "{0}", "''");
    }

    @Test
    void whatIsPromisedForAUatStandsBesideWhatWasDoneThere() {
        assertThat(pages(Language.RO, true).all()).contains("Ținte pe UAT", "Mociu 4 3 140 97", "Ploscoș 2 0 – 0");
        assertThat(pages(Language.RO, false).all()).contains("Mociu 4 3 140").doesNotContain("Mociu 4 3 140 97");
    }

    @Test
    void plannersReadWhichCasesWereExpected() {
        assertThat(pages(Language.RO, true).all()).contains("Așteptate", "10–25 12 35");
        assertThat(pages(Language.RO, false).all()).doesNotContain("Așteptate", "10–25");
    }

    @Test
    void whoHasNotAnsweredIsOnTheAgendaAndInTheList() {
        assertThat(pages(Language.RO, false).all())
                .contains("Întrebări fără răspuns de peste 14 zile: 2 (Sic)")
                .contains("poliția", "11.03.2027", "20.04.2027");
    }

    @Test
    void aPrefectReadsTheMonthInAPage() {
        String first = pages(Language.RO, false).page(1);
        assertThat(first)
                .contains("Raport lunar, Martie 2027", "ÎNCHIS LA 05.04.2027")
                .contains("vizite ținute, din 12 prevăzute", "12\u00a0%", "30,00 lei")
                .contains("5: mutate 1, anulate 1, refuzate 1, neconvenite la timp 1, fără raport 1")
                .contains("Deschise: 1, dintre care cu termen depășit: 1", "raportate după închidere: 2");
    }

    @Test
    void aHiddenFigureSaysSoAndASumSinceJanuaryIsAtLeast() {
        String shared = pages(Language.RO, false).all();
        assertThat(shared).contains("În total ascuns", "Act expirat 12 ≥ 35 100", "termen depășit, reportată de 2 ori");
        assertThat(pages(Language.RO, true).all()).contains("Act expirat 10–25 12 35 100");
    }

    @Test
    void whatPeopleSaidStandsThereWithItsIntervals() {
        assertThat(pages(Language.RO, false).all())
                .contains("Chestionare din ianuarie: 41", "4,3 (4,1–4,6)", "81\u00a0% (66\u00a0%–90\u00a0%)");
    }

    @Test
    void theMapDrawsClassesGreyAndHatch() {
        String svg = CoverageSketch.draw(facts(false).coverage(), "harta <b>");
        assertThat(svg)
                .contains("#e4f0ee", "#3e8e90", CoverageSketch.NO_DATA, "harta &lt;b&gt;")
                .containsPattern("(?s)url\\(#behind\\).*url\\(#behind\\)");
        assertThat(CoverageSketch.colour(0.0999)).isEqualTo("#e4f0ee");
        assertThat(CoverageSketch.colour(0.1)).isEqualTo("#b5d9d3");
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(words("en").keySet()).isEqualTo(words("ro").keySet());
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(
                        MonthlyReportPdf.class.getResourceAsStream("/documents/workgroup_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
