package ro.caravana.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class BehindProxiesTests {
    private static final List<String> USUAL = List.of(
            "127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", " 192.168.0.0/16", "fe80::/10", "fc00::/7");

    private ServerHttpRequest heard(String peer, String header, String... values) {
        return heard(USUAL, peer, header, values);
    }

    private static ServerHttpRequest heard(List<String> ours, String peer, String header, String... values) {
        return new BehindProxies(ours)
                .apply(MockServerHttpRequest.get("http://caravana.local/public")
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

    /** An office in the same network as we are, where only the proxy's own address is ours. */
    @Test
    void whereOthersShareTheNetworkOnlyTheNamedProxyIsBelieved() {
        List<String> one = List.of("10.1.2.3/32");
        assertThat(sender(heard(one, "10.1.2.3", "X-Forwarded-For", "6.6.6.6, 10.9.9.9")))
                .isEqualTo("10.9.9.9");
        assertThat(sender(heard(one, "10.9.9.9", "X-Forwarded-For", "6.6.6.6"))).isEqualTo("10.9.9.9");
        assertThat(sender(heard(List.of(), "127.0.0.1", "X-Forwarded-For", "6.6.6.6")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void aNetworkThatIsNoneIsNamed() {
        for (String bad : List.of("10.0.0.0", "proxy.example.org/8", "10.0.0.0/99", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BehindProxies(List.of(bad)))
                    .withMessageContaining("CARAVANA_PROXIES: '" + bad + "'");
        }
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
