package ro.caravana.planning.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import ro.caravana.planning.PlanHead;

/**
 * Lets a browser keep a plan that no longer changes and ask only whether it still holds. While the solver is at work there is
 * nothing to keep.
 *
 * @param etag absent while the plan changes
 */
record Freshness(@Nullable String etag) {
    /**
     * @param states of its visits, which go on changing when the plan does not
     * @param shown stands for the figures that the reader may see, and for what else is told beside the plan
     */
    static Freshness of(PlanHead head, Map<String, String> states, String shown, Language language) {
        if (!head.status().isOver()) {
            return new Freshness(null);
        }
        String tag = "\"" + head.id() + "-" + head.revision() + "-" + Integer.toHexString(states.hashCode()) + "-"
                + shown + "-" + language.tag() + "\"";
        return new Freshness(tag);
    }

    boolean isKnownTo(ServerHttpRequest request) {
        List<String> known = request.getHeaders().getIfNoneMatch();
        return etag != null && (known.contains(etag) || known.contains("W/" + etag));
    }

    <T> ResponseEntity<T> notModified() {
        return headers(HttpStatus.NOT_MODIFIED).build();
    }

    <T> ResponseEntity<T> answer(T body) {
        return headers(HttpStatus.OK).body(body);
    }

    private ResponseEntity.BodyBuilder headers(HttpStatus status) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .varyBy("Accept-Language", "Authorization", "Cookie")
                .cacheControl(
                        etag == null
                                ? CacheControl.noStore()
                                : CacheControl.noCache().cachePrivate());
        return etag == null ? answer : answer.eTag(etag);
    }
}
