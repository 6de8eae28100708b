package ro.caravana.web;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * Who sends, and by which address we are known, where proxies stand before us. Only a proxy of our own is believed: one that reaches us
 * from this machine or a private network. It appends to {@code X-Forwarded-For} whom it heard from, so that list is read from its end,
 * past our own proxies; what stands before is whatever the sender made up. {@code Forwarded} is not read: a proxy that does not know it
 * hands on a made-up one.
 *
 * <pre>
 *   X-Forwarded-For: 6.6.6.6, 198.51.100.7, 10.0.0.2      the sender is 198.51.100.7
 *                    made up  whom the first proxy heard   our first proxy, as our second one heard it
 * </pre>
 */
@Component(WebHttpHandlerBuilder.FORWARDED_HEADER_TRANSFORMER_BEAN_NAME)
class BehindProxies extends ForwardedHeaderTransformer {
    private static final String FORWARDED = "Forwarded";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int UNIQUE_LOCAL = 0xFC;

    @Override
    public ServerHttpRequest apply(ServerHttpRequest request) {
        if (!hasForwardedHeaders(request)) {
            return request;
        }
        boolean ours = Optional.ofNullable(request.getRemoteAddress())
                .map(InetSocketAddress::getAddress)
                .filter(BehindProxies::isOurs)
                .isPresent();
        return ours
                ? super.apply(
                        request.mutate().headers(BehindProxies::keepTheSender).build())
                : request.mutate().headers(this::forget).build();
    }

    private void forget(HttpHeaders headers) {
        List.of(
                        FORWARDED,
                        FORWARDED_FOR,
                        "X-Forwarded-Host",
                        "X-Forwarded-Port",
                        "X-Forwarded-Proto",
                        "X-Forwarded-Prefix",
                        "X-Forwarded-Ssl")
                .forEach(headers::remove);
    }

    private static void keepTheSender(HttpHeaders headers) {
        headers.remove(FORWARDED);
        List<String> heard = new ArrayList<>();
        headers.getOrEmpty(FORWARDED_FOR)
                .forEach(line -> List.of(line.split(",")).forEach(part -> heard.add(part.strip())));
        headers.remove(FORWARDED_FOR);
        for (int i = heard.size() - 1; i >= 0; i--) {
            if (i == 0 || !isOurs(heard.get(i))) {
                headers.set(FORWARDED_FOR, heard.get(i));
                return;
            }
        }
    }

    private static boolean isOurs(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text); // never asks a name server
        try {
            return bytes != null && isOurs(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException impossible) {
            return false;
        }
    }

    private static boolean isOurs(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == UNIQUE_LOCAL;
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || uniqueLocal;
    }
}
