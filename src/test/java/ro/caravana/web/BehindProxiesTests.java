package ro.caravana.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class BehindProxiesTests {
    private final BehindProxies proxies = new BehindProxies();

    private ServerHttpRequest heard(String peer, String header, String... values) {
        return proxies.apply(MockServerHttpRequest.get("http://caravana.local/public")
                .remoteAddress(new InetSocketAddress(peer, 40_000))
                .header(header, values)
                .build());
    }

    private static String sender(ServerHttpRequest request) {
        return Objects.requireNonNull(request.getRemoteAddress()).getHostString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1   | 198.51.100.7                        | 198.51.100.7",
                "10.0.0.2    | 6.6.6.6, 198.51.100.7               | 198.51.100.7",
                "172.18.0.3  | 6.6.6.6, 198.51.100.7, 10.0.0.2     | 198.51.100.7",
                "192.168.1.9 | 10.1.1.1, 10.0.0.2                  | 10.1.1.1",
                "fd00::2     | 6.6.6.6, 2001:db8::7                | [2001:db8::7]",
            })
    void whomOurProxyHeardIsTheSenderWhateverHeMadeUp(String peer, String list, String sender) {
        assertThat(sender(heard(peer, "X-Forwarded-For", list))).isEqualTo(sender);
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(sender(heard("127.0.0.1", "X-Forwarded-For", "6.6.6.6", "198.51.100.7")))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void whoReachesUsDirectlyIsBelievedNothing() {
        assertThat(sender(heard("203.0.113.9", "X-Forwarded-For", "6.6.6.6"))).isEqualTo("203.0.113.9");
        ServerHttpRequest other = heard("203.0.113.9", "X-Forwarded-Host", "evil.example");
        assertThat(other.getURI().getHost()).isEqualTo("caravana.local");
        assertThat(other.getHeaders().containsHeader("X-Forwarded-Host")).isFalse();
    }

    @Test
    void theOtherHeaderCannotBeMadeUpEither() {
        assertThat(sender(heard("127.0.0.1", "Forwarded", "for=6.6.6.6"))).isEqualTo("127.0.0.1");
    }

    @Test
    void ourProxySaysByWhichAddressWeAreKnown() {
        assertThat(heard("127.0.0.1", "X-Forwarded-Host", "harta.example.org")
                        .getURI()
                        .getHost())
                .isEqualTo("harta.example.org");
    }
}
