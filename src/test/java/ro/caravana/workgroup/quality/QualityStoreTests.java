package ro.caravana.workgroup.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;

/** Answers on either database, and what they come to for whom. */
@StoreTest
class QualityStoreTests {
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 17);
    private static final LocalDate APRIL = LocalDate.of(2027, 4, 14);
    private static final Instant NOON = Instant.parse("2027-03-18T12:00:00.123456Z");
    private static final Viewer GROUP = new Viewer("", Set.of(Role.VIEWER));
    private static final Viewer PLANNER = new Viewer("", Set.of(Role.PLANNER));

    private final TestDatabase database;
    private final QualityStore store;
    private final Results results;
    private int made;

    QualityStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new QualityStore(database.jdbc());
        this.results = new Results(store, new DisclosureGate(5));
    }

    @BeforeEach
    void nobodyHasAnswered() {
        for (String table : List.of("complaint", "questionnaire_answer", "questionnaire")) {
            database.jdbc().sql("DELETE FROM " + table).update();
        }
    }

    private Answer answer(int uat, LocalDate day, Integer... marks) {
        return new Answer("a" + made++, "p.v" + uat, uat, day, Channel.PAPER, List.of(marks), NOON, Optional.of("ana"));
    }

    private void answers(int many, int uat, LocalDate day, Integer... marks) {
        for (int i = 0; i < many; i++) {
            store.insert(answer(uat, day, marks), null);
        }
    }

    @Test
    void whatIsWrittenIsReadAndAFormIsTakenOnce() {
        Answer first = answer(100, MARCH, 5, 4, 0, 1, 3);
        assertThat(store.insert(first, "k")).isTrue();
        assertThat(store.insert(answer(100, MARCH, 1, 1, 1, 1, 1), "k")).isFalse();
        assertThat(store.listAnswers(MARCH, MARCH)).containsExactly(first);
        assertThat(store.listAnswers(APRIL, APRIL)).isEmpty();
    }

    @Test
    void aVisitHasOneToken() {
        assertThat(store.insert("p.v1", "t1", NOON)).isTrue();
        assertThat(store.insert("p.v1", "t2", NOON)).isFalse();
        assertThat(store.findToken("p.v1")).contains("t1");
        assertThat(store.findVisit("t1")).contains("p.v1");
        assertThat(store.findVisit("t2")).isEmpty();
    }

    @Test
    void resultsSplitByMonthUatAndVisit() {
        answers(5, 100, MARCH, 5, 5, 5, 5, 5);
        answers(5, 200, APRIL, 3, 3, 3, 3, 3);
        Results.Tables tables = results.of(MARCH, APRIL, GROUP);
        assertThat(tables.all().answers().count()).hasValue(10);
        assertThat(tables.all().questions().get(0).average()).isEqualTo(4.0);
        assertThat(tables.all().questions().get(0).satisfied()).isEqualTo(0.5);
        assertThat(tables.months()).extracting(Results.Group::key).containsExactly("2027-03", "2027-04");
        assertThat(tables.uats()).extracting(Results.Group::key).containsExactly("100", "200");
        assertThat(tables.visits()).extracting(Results.Group::key).containsExactly("p.v100", "p.v200");
    }

    @Test
    void aSmallGroupIsHiddenAndSoIsWhatWouldTellIt() {
        answers(6, 100, MARCH, 5, 5, 5, 5, 5);
        answers(2, 200, APRIL, 1, 1, 1, 1, 1);
        Results.Tables tables = results.of(MARCH, APRIL, GROUP);
        assertThat(tables.all().answers().count()).hasValue(5);
        assertThat(tables.uats()).allMatch(group -> group.answers().isSuppressed());
        assertThat(tables.uats()).allMatch(group -> group.questions().isEmpty());
        assertThat(results.of(MARCH, APRIL, PLANNER)
                        .uats()
                        .get(1)
                        .questions()
                        .get(0)
                        .average())
                .isEqualTo(1.0);
    }

    /** Two reports after each other must not tell what the two people said who answered in between. */
    @Test
    void fewMoreAnswersMoveNothingOfTheGroups() {
        answers(5, 100, MARCH, 5, 5, 5, 5, 5);
        Results.Group before = results.of(MARCH, MARCH, GROUP).all();
        answers(4, 100, MARCH, 1, 1, 1, 1, 1);
        assertThat(results.of(MARCH, MARCH, GROUP).all()).isEqualTo(before);
        assertThat(results.of(MARCH, MARCH, PLANNER).all().answers().count()).hasValue(9);
        answers(1, 100, MARCH, 1, 1, 1, 1, 1);
        assertThat(results.of(MARCH, MARCH, GROUP).all().answers().count()).hasValue(10);
    }

    @Test
    void aQuestionThatFewAnsweredSaysNothingToTheGroup() {
        answers(5, 100, MARCH, 5, 0, 5, 5, 5);
        answers(1, 100, MARCH, 5, 1, 5, 5, 5);
        assertThat(results.of(MARCH, MARCH, GROUP).all().questions().get(1).average())
                .isNull();
        assertThat(results.of(MARCH, MARCH, PLANNER).all().questions().get(1).average())
                .isEqualTo(1.0);
    }
}
