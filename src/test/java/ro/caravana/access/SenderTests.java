package ro.caravana.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class SenderTests {
    @Test
    void allAddressesOfOneHouseholdAreOneSender() throws UnknownHostException {
        assertThat(from("2001:db8:1:2::1")).isEqualTo(from("2001:db8:1:2:ffff:1:2:3"));
        assertThat(from("2001:db8:1:3::1")).isNotEqualTo(from("2001:db8:1:2::1"));
        assertThat(from("192.0.2.1")).isEqualTo("192.0.2.1").isNotEqualTo(from("192.0.2.2"));
    }

    @Test
    void soTheyAreWhenAProxyNamesThem() {
        assertThat(Sender.of(InetSocketAddress.createUnresolved("[2001:db8:1:2::1]", 0)))
                .isEqualTo(Sender.of(InetSocketAddress.createUnresolved("2001:db8:1:2:ffff::9", 0)))
                .isNotEqualTo(Sender.of(InetSocketAddress.createUnresolved("[2001:db8:1:3::1]", 0)));
        assertThat(Sender.of(InetSocketAddress.createUnresolved("192.0.2.1", 0)))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void whoIsUnknownIsOneSenderToo() {
        assertThat(Sender.of((InetSocketAddress) null)).isEmpty();
    }

    private static String from(String address) throws UnknownHostException {
        return Sender.of(new InetSocketAddress(InetAddress.getByName(address), 50_000));
    }
}
