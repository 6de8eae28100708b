package ro.caravana.workgroup.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.workgroup.Questionnaires;

/** All SQL about questionnaires and complaints. */
@Repository
class QualityStore {
    private final JdbcClient jdbc;

    QualityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> findToken(String visit) {
        return jdbc.sql("SELECT token FROM questionnaire WHERE visit_id = ?")
                .param(visit)
                .query(String.class)
                .optional();
    }

    Optional<String> findVisit(String token) {
        return jdbc.sql("SELECT visit_id FROM questionnaire WHERE token = ?")
                .param(token)
                .query(String.class)
                .optional();
    }

    /** @return false where the visit has one already */
    boolean insert(String visit, String token, Instant now) {
        try {
            jdbc.sql("INSERT INTO questionnaire (visit_id, token, created_at) VALUES (?, ?, ?)")
                    .params(visit, token, now.atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    /** @return false where an answer came by this key before */
    boolean insert(Answer answer, @Nullable String key) {
        try {
            jdbc.sql("""
                            INSERT INTO questionnaire_answer (id, visit_id, uat_siruta, held_on, channel, answer1, answer2, answer3,
                              answer4, answer5, answered_at, entered_by, request_key)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(answer.id())
                    .param(answer.visit())
                    .param(answer.uatSiruta())
                    .param(answer.heldOn())
                    .param(answer.channel().name())
                    .param(orNull(answer.marks().get(0)))
                    .param(orNull(answer.marks().get(1)))
                    .param(orNull(answer.marks().get(2)))
                    .param(orNull(answer.marks().get(3)))
                    .param(orNull(answer.marks().get(4)))
                    .param(answer.answeredAt().atOffset(ZoneOffset.UTC))
                    .param(answer.enteredBy().orElse(null))
                    .param(key)
                    .update();
            return true;
        } catch (DuplicateKeyException again) {
            return false;
        }
    }

    private static @Nullable Integer orNull(int mark) {
        return mark == 0 ? null : mark;
    }

    /** Of visits held between two days, both included. */
    List<Answer> listAnswers(LocalDate from, LocalDate to) {
        return jdbc.sql("SELECT * FROM questionnaire_answer WHERE held_on BETWEEN ? AND ? ORDER BY answered_at, id")
                .params(from, to)
                .query(QualityStore::answer)
                .list();
    }

    private static Answer answer(ResultSet row, int number) throws SQLException {
        List<Integer> marks = new ArrayList<>();
        for (int question = 1; question <= Questionnaires.QUESTIONS; question++) {
            marks.add(row.getInt("answer" + question)); // null reads as 0
        }
        return new Answer(
                row.getString("id"),
                row.getString("visit_id"),
                row.getInt("uat_siruta"),
                row.getObject("held_on", LocalDate.class),
                Channel.valueOf(row.getString("channel")),
                marks,
                row.getTimestamp("answered_at").toInstant(),
                Optional.ofNullable(row.getString("entered_by")));
    }

    void insert(Complaint complaint) {
        jdbc.sql(
                        "INSERT INTO complaint (id, visit_id, words, channel, received_at, decision_id) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        complaint.id(),
                        complaint.visit(),
                        complaint.words(),
                        complaint.channel().name(),
                        complaint.receivedAt().atOffset(ZoneOffset.UTC),
                        complaint.decision())
                .update();
    }

    /** The newest first. */
    List<Complaint> listComplaints(int most) {
        return jdbc.sql("SELECT * FROM complaint ORDER BY received_at DESC, id LIMIT ?")
                .param(most)
                .query((row, number) -> new Complaint(
                        row.getString("id"),
                        row.getString("visit_id"),
                        row.getString("words"),
                        Channel.valueOf(row.getString("channel")),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("decision_id")))
                .list();
    }
}
