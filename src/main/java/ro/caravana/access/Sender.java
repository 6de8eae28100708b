package ro.caravana.access;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
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
        String host = remote.getHostString();
        byte[] bytes =
                NetUtil.createByteArrayFromIpAddressString(host); // as a proxy writes it; never asks a name server
        return bytes == null ? host : of(bytes, host);
    }

    private static String of(byte[] bytes, String host) {
        try {
            return InetAddress.getByAddress(bytes) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : host;
        } catch (UnknownHostException impossible) {
            return host;
        }
    }
}
