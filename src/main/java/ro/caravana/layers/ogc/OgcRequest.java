package ro.caravana.layers.ogc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import ro.caravana.layers.LayerProblem;

/** What a request asks for, checked, and the addresses that answers to it link to. */
final class OgcRequest {
    static final String GEOJSON = "application/geo+json";
    static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

    private final String server;
    private final String contextPath;
    private final String path;
    private final Map<String, String> parameters;
    private final Format format;
    private final Texts texts;

    private OgcRequest(ServerHttpRequest request, Map<String, String> parameters) {
        // Scheme and host as the client sees them: Spring has applied Forwarded and X-Forwarded-* already.
        this.server = UriComponentsBuilder.fromUri(request.getURI())
                .replacePath(null)
                .replaceQuery(null)
                .toUriString();
        this.contextPath = request.getPath().contextPath().value();
        this.path = request.getURI().getRawPath();
        this.parameters = parameters;
        this.format = Format.of(Optional.ofNullable(parameters.get("f")), request);
        this.texts = Texts.of(request);
    }

    /**
     * @param allowed query parameters that the resource knows besides {@code f}
     * @throws LayerProblem.UnknownParameter for any other (OGC 17-069r4, /req/core/query-param-unknown)
     */
    static OgcRequest of(ServerHttpRequest request, Collection<String> allowed) {
        List<String> known = new ArrayList<>(allowed);
        known.add("f");
        Map<String, String> parameters = new LinkedHashMap<>();
        MultiValueMap<String, String> query = request.getQueryParams();
        query.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new LayerProblem.UnknownParameter(known);
            }
            if (values.size() != 1 || values.get(0) == null) {
                throw new LayerProblem.BadParameter(name, "The parameter needs one value, given once.");
            }
            parameters.put(name, values.get(0));
        });
        return new OgcRequest(request, parameters);
    }

    Format format() {
        return format;
    }

    Texts texts() {
        return texts;
    }

    /** A parameter's decoded value. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** An absolute address under {@code /ogc}. */
    String href(String... segments) {
        StringBuilder href = new StringBuilder(server).append(contextPath).append("/ogc");
        for (String segment : segments) {
            href.append('/').append(UriUtils.encodePathSegment(segment, "UTF-8"));
        }
        return href.toString();
    }

    /** This resource again, with some parameters changed. */
    String hrefWith(Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(changes);
        List<String> pairs = new ArrayList<>();
        all.forEach((name, value) -> pairs.add(name + "=" + UriUtils.encode(value, "UTF-8")));
        return server + path + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    /** {@code self} and {@code alternate}: this resource as answered, and in the other format. */
    List<Link> selfLinks(String jsonType) {
        return List.of(
                new Link(hrefWith(Map.of()), "self", mediaType(format, jsonType), texts.get("link.self")),
                new Link(
                        hrefWith(Map.of("f", format.other().wire())),
                        "alternate",
                        mediaType(format.other(), jsonType),
                        texts.get("link.alternate." + format.other().wire())));
    }

    static String mediaType(Format format, String jsonType) {
        return format == Format.HTML ? "text/html" : jsonType;
    }
}
