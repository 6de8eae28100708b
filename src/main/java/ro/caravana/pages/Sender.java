package ro.caravana.pages;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Who sends, as far as limits go; never stored, never logged. */
public final class Sender {
    private static final int NETWORK_BYTES = 8;

    private Sender() {}

    /** The sender's address; of IPv6 its network of 64 bits, because one household has all the addresses in it. Empty where unknown. */
    public static String of(ServerHttpRequest request) {
        return of(request.getRemoteAddress());
    }

    static String of(@Nullable InetSocketAddress remote) {
        if (remote == null) {
            return "";
        }
        InetAddress address = remote.getAddress();
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : remote.getHostString();
    }
}
