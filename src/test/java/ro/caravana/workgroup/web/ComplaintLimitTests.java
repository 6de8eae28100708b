package ro.caravana.workgroup.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import ro.caravana.workgroup.Questionnaires;
import ro.caravana.workgroup.quality.QuestionnaireDesk;

/** The address stands on every poster, and each complaint is a task for a planner. */
class ComplaintLimitTests {
    private final QuestionnaireDesk desk = mock(QuestionnaireDesk.class);
    private final QuestionnairePages pages = mock(QuestionnairePages.class);
    private Instant now = Instant.parse("2027-03-18T10:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final QuestionnairePageController page = new QuestionnairePageController(desk, pages, clock);

    @BeforeEach
    void anOpenSheet() {
        when(desk.getOpenSheet(anyString()))
                .thenReturn(new Questionnaires.Sheet("/p", "Mociu", "Mociu", LocalDate.of(2027, 3, 18), false));
        when(pages.thanks(any(), any())).thenReturn("");
        when(pages.refusal(any(), any(), any())).thenReturn("");
    }

    private HttpStatusCode send(String host, String complaint) {
        var request = MockServerHttpRequest.post("/public/questionnaires/t")
                .remoteAddress(new InetSocketAddress(host, 1))
                .build();
        var form = new QuestionnaireForm.Sent(null, "5", null, null, null, null, complaint);
        return page.send("t", null, form, request).getStatusCode();
    }

    @Test
    void oneSenderComplainsTenTimesAnHourAndStillAnswers() {
        for (int number = 0; number < 10; number++) {
            now = now.plusSeconds(60); // within what a sender may send a minute
            assertThat(send("10.0.0.1", "sesizare").value()).isEqualTo(200);
        }
        now = now.plusSeconds(60);
        assertThat(send("10.0.0.1", "sesizare").value()).isEqualTo(429);
        assertThat(send("10.0.0.1", "").value()).isEqualTo(200);
        assertThat(send("10.0.0.2", "sesizare").value()).isEqualTo(200);
        now = now.plusSeconds(3600);
        assertThat(send("10.0.0.1", "sesizare").value()).isEqualTo(200);
    }
}
