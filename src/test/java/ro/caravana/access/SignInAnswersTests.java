package ro.caravana.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** Which requests need the session's token, also where a proxy knows us under a prefix. */
class SignInAnswersTests {
    @ParameterizedTest
    @CsvSource({
        "'', /p/secret, false",
        "/acte, /p/secret, false",
        "/acte, /public/needs/x, false",
        "/acte, /api/v1/sync/batches, false",
        "/acte, /api/v1/plans, true",
        "/public, /api/v1/plans, true",
        "/p, /api/v1/plans, true",
    })
    void whatChangesSomethingBySession(String prefix, String path, boolean token) {
        MockServerWebExchange exchange = MockServerWebExchange.from(
                MockServerHttpRequest.post(prefix + path).contextPath(prefix));
        assertThat(Objects.requireNonNull(
                                SignInAnswers.changesStateBySession(exchange).block())
                        .isMatch())
                .isEqualTo(token);
    }
}
