package ro.caravana.coordination.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitState;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

/** The usual words, words in their place, and words that are refused. */
@StoreTest
class PartnerTextsTests {
    private static final Appointment VISIT = new Appointment(
            "p.v1",
            "p",
            "v1",
            "station-1",
            "CAPTURE",
            57715,
            57706,
            "Boteni",
            "Mociu",
            "s",
            "Școala",
            40,
            LocalDate.of(2027, 3, 17),
            36_000,
            46_800,
            VisitState.ASKED,
            1);

    private final TestDatabase database;
    private final PartnerTexts texts;

    PartnerTextsTests(TestDatabase database) {
        this.database = database;
        this.texts = new PartnerTexts(new PartnerTextStore(database.jdbc()), Clock.systemUTC());
    }

    @BeforeEach
    void nobodyHasWritten() {
        database.jdbc().sql("DELETE FROM partner_text").update();
    }

    @ParameterizedTest
    @EnumSource(TextKind.class)
    void theUsualWordsLeaveNoFieldOpen(TextKind kind) {
        for (Partner partner : Partner.values()) {
            PartnerText text = texts.about(VISIT, partner, kind);
            assertThat(text.standard()).isTrue();
            assertThat(text.subject() + text.body()).doesNotContain("{").isNotBlank();
            assertThat(text.subject().isEmpty()).isEqualTo(kind == TextKind.LETTER);
        }
    }

    @Test
    void whatAPlannerWritesIsWhatOnePartnerIsTold() {
        texts.put(
                Partner.MAYOR,
                TextKind.QUESTION,
                " Vizita la {{localitatea}} ",
                "Pe {{ data }}, {{orele}}, în {{uat}}.",
                "ana");
        PartnerText told = texts.about(VISIT, Partner.MAYOR, TextKind.QUESTION);
        assertThat(told.subject()).isEqualTo("Vizita la Boteni");
        assertThat(told.body()).isEqualTo("Pe miercuri, 17 martie 2027, 10:00–13:00, în Mociu.");
        assertThat(texts.getText(Partner.POLICE, TextKind.QUESTION).standard()).isTrue();
        assertThat(texts.listAll())
                .hasSize(16)
                .filteredOn(text -> !text.standard())
                .hasSize(1);
    }

    @Test
    void theLastWordsHoldUntilTheUsualOnesComeBack() {
        texts.put(Partner.POLICE, TextKind.MOVED, "unu", "unu", "ana");
        texts.put(Partner.POLICE, TextKind.MOVED, "doi", "doi", "ion");
        assertThat(texts.getText(Partner.POLICE, TextKind.MOVED).body()).isEqualTo("doi");
        assertThat(texts.reset(Partner.POLICE, TextKind.MOVED).standard()).isTrue();
        assertThat(texts.getText(Partner.POLICE, TextKind.MOVED).standard()).isTrue();
    }

    @Test
    void theLettersParagraphsAreKept() {
        texts.put(Partner.MAYOR, TextKind.LETTER, "", "Stimate domnule primar,\n\nvenim la {{localitatea}}.", "ana");
        assertThat(texts.letterIntro(VISIT, Partner.MAYOR, PartnerWords.BOOK.english()))
                .containsExactly("Stimate domnule primar,", "venim la Boteni.");
        assertThat(texts.letterIntro(VISIT, Partner.POLICE, PartnerWords.BOOK.english())
                        .toString())
                .contains("mobile station");
    }

    @Test
    void aPlaceWhoseNameLooksLikeAFieldStaysAName() {
        Appointment odd = new Appointment(
                "",
                "",
                "",
                "",
                "CAPTURE",
                0,
                0,
                "$1 {{uat}}",
                "Mociu",
                "",
                "",
                0,
                VISIT.date(),
                0,
                60,
                VISIT.state(),
                0);
        texts.put(Partner.MAYOR, TextKind.MOVED, "s", "{{localitatea}}", "ana");
        assertThat(texts.about(odd, Partner.MAYOR, TextKind.MOVED).body()).isEqualTo("$1 {{uat}}");
    }

    @ParameterizedTest
    @CsvSource({
        "'', text, subject",
        "subiect, '', body",
        "subiect, {{nume}}, body",
        "subiect, {{data, body",
        "subiect, data}}, body",
        "subiect, {{data.class}}, body",
        "{{cnp}}, text, subject",
        "subiect, 1900101123456, body",
        "'doua\nrânduri', text, subject",
    })
    void whatCannotBeWrittenIsRefusedAndNothingIsKept(String subject, String body, String field) {
        assertThatExceptionOfType(CoordinationProblem.BadText.class)
                .isThrownBy(
                        () -> texts.put(Partner.MAYOR, TextKind.QUESTION, subject.replace("\\n", "\n"), body, "ana"))
                .satisfies(problem -> assertThat(problem.properties()).containsEntry("field", field));
        assertThat(texts.getText(Partner.MAYOR, TextKind.QUESTION).standard()).isTrue();
    }

    @Test
    void tooMuchIsRefused() {
        assertThatExceptionOfType(CoordinationProblem.BadText.class)
                .isThrownBy(() -> texts.put(Partner.MAYOR, TextKind.QUESTION, "s".repeat(201), "b", "ana"));
        assertThatExceptionOfType(CoordinationProblem.BadText.class)
                .isThrownBy(() -> texts.put(Partner.MAYOR, TextKind.QUESTION, "s", "b".repeat(4_001), "ana"));
    }
}
