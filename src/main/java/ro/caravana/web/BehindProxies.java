package ro.caravana.web;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * Who sends, and by which address we are known, where proxies stand before us. Only a proxy of our own is believed: one in the networks of
 * {@code caravana.proxies}, which are this machine and the private ones where nobody says otherwise. It appends to {@code X-Forwarded-For} whom it heard from, so that list is read from its end,
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

    private final List<IpSubnetFilterRule> ours;

    /** @param networks those of our own proxies, as in {@code 10.0.0.0/8} or {@code fd00::/8} */
    BehindProxies(@Value("${caravana.proxies}") List<String> networks) {
        this.ours = networks.stream().map(BehindProxies::network).toList();
    }

    private static IpSubnetFilterRule network(String text) {
        try {
            return new IpSubnetFilterRule(text.strip(), IpFilterRuleType.ACCEPT);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(
                    "CARAVANA_PROXIES: '" + text + "' is no network such as 10.0.0.0/8 or fd00::/8", unreadable);
        }
    }

    @Override
    public ServerHttpRequest apply(ServerHttpRequest request) {
        if (!hasForwardedHeaders(request)) {
            return request;
        }
        boolean ours = Optional.ofNullable(request.getRemoteAddress())
                .map(InetSocketAddress::getAddress)
                .filter(this::isOurs)
                .isPresent();
        return ours
                ? super.apply(request.mutate().headers(this::keepTheSender).build())
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

    private void keepTheSender(HttpHeaders headers) {
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

    private boolean isOurs(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text); // never asks a name server
        try {
            return bytes != null && isOurs(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException impossible) {
            return false;
        }
    }

    private boolean isOurs(InetAddress address) {
        InetSocketAddress peer = new InetSocketAddress(address, 0);
        return ours.stream().anyMatch(network -> network.matches(peer));
    }
}
