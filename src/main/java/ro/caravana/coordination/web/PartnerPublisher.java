package ro.caravana.coordination.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.link.PartnerLink;
import ro.caravana.coordination.link.PartnerLinks;

/** Shows planners how the partners' questions stand, and where they can still be answered. */
@Component
class PartnerPublisher {
    private final PartnerLinks links;
    private final Clock clock;
    private final String publicUrl;

    PartnerPublisher(PartnerLinks links, Clock clock, @Value("${caravana.public-url:}") String publicUrl) {
        this.links = links;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    VisitWire.Links links(String visit, ServerHttpRequest request) {
        Map<Partner, String> addresses = links.listCurrent(visit).stream()
                .flatMap(link -> links.findToken(link).map(token -> Map.entry(link.partner(), token)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> address(entry.getValue(), request)));
        return new VisitWire.Links(addresses.get(Partner.MAYOR), addresses.get(Partner.POLICE));
    }

    /** Under the address the office has told us, or else the one by which the caller reached us. */
    private String address(String token, ServerHttpRequest request) {
        if (!publicUrl.isEmpty()) {
            return publicUrl + "/p/" + token;
        }
        return UriComponentsBuilder.fromUri(request.getURI())
                .replacePath("/p/" + token)
                .replaceQuery(null)
                .build()
                .toUriString();
    }

    /**
     * @param asked of this visit; may be empty
     * @param declinedBy who refused it, where it is refused
     * @param roomUntold whether the viewer has to tell of a new room
     * @param toTell whether the viewer has to tell a partner something without mail
     */
    VisitWire.BoardRow row(
            VisitWire.Visit visit,
            List<PartnerLink> asked,
            @Nullable Partner declinedBy,
            boolean roomUntold,
            boolean toTell) {
        Map<Partner, PartnerLink> byPartner =
                asked.stream().collect(Collectors.toMap(PartnerLink::partner, link -> link));
        Optional<PartnerLink> latest = asked.stream().max(Comparator.comparing(PartnerLink::createdAt));
        return new VisitWire.BoardRow(
                visit,
                Optional.ofNullable(byPartner.get(Partner.MAYOR))
                        .map(this::state)
                        .orElse(null),
                Optional.ofNullable(byPartner.get(Partner.POLICE))
                        .map(this::state)
                        .orElse(null),
                declinedBy == null ? null : declinedBy.wire(),
                latest.map(PartnerLink::createdAt).orElse(null),
                latest.map(PartnerLink::expiresAt).orElse(null),
                roomUntold ? true : null,
                toTell ? true : null);
    }

    List<VisitWire.Asked> asked(String visit) {
        Map<Partner, PartnerLink.Reply> replies = links.listReplies(visit);
        return links.listCurrent(visit).stream()
                .map(link -> asked(link, Optional.ofNullable(replies.get(link.partner()))))
                .toList();
    }

    private VisitWire.Asked asked(PartnerLink link, Optional<PartnerLink.Reply> reply) {
        return new VisitWire.Asked(
                link.partner().wire(),
                link.date(),
                link.createdAt(),
                link.expiresAt(),
                state(link),
                reply.map(given -> given.answer().wire()).orElse(null),
                reply.flatMap(PartnerLink.Reply::chosen).orElse(null),
                reply.map(PartnerLink.Reply::room).orElse(null),
                reply.map(PartnerLink.Reply::contact).orElse(null));
    }

    private String state(PartnerLink link) {
        return link.closed()
                .map(closed -> closed.because().name().toLowerCase(Locale.ROOT))
                .orElse(link.isOpen(clock.instant()) ? "open" : "expired");
    }
}
