package ro.caravana.layers.ogc;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import ro.caravana.layers.LayerProblem;

/** The two ways in which every resource can be written. */
enum Format {
    JSON(List.of(
            MediaType.APPLICATION_JSON,
            MediaType.valueOf("application/geo+json"),
            MediaType.valueOf("application/vnd.oai.openapi+json"))),
    HTML(List.of(MediaType.TEXT_HTML));

    private final List<MediaType> mediaTypes;

    Format(List<MediaType> mediaTypes) {
        this.mediaTypes = mediaTypes;
    }

    /** As in {@code ?f=}. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    Format other() {
        return this == JSON ? HTML : JSON;
    }

    /** {@code ?f=} beats the Accept header, so that a person can type an address; JSON where nothing is said. */
    static Format of(Optional<String> f, ServerHttpRequest request) {
        return f.map(Format::ofParameter).orElseGet(() -> ofAccept(request));
    }

    private static Format ofParameter(String f) {
        return switch (f) {
            case "json" -> JSON;
            case "html" -> HTML;
            default -> throw new LayerProblem.BadParameter("f", "The format is json or html.");
        };
    }

    private static Format ofAccept(ServerHttpRequest request) {
        List<MediaType> accepted = accepted(request);
        if (accepted.isEmpty()) {
            return JSON;
        }
        return accepted.stream()
                .filter(range -> range.getQualityValue() > 0)
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                .flatMap(range -> List.of(values()).stream().filter(format -> format.fits(range)))
                .findFirst()
                .orElseThrow(LayerProblem.NotAcceptable::new);
    }

    private static List<MediaType> accepted(ServerHttpRequest request) {
        try {
            return request.getHeaders().getAccept();
        } catch (InvalidMediaTypeException unreadable) {
            throw new LayerProblem.NotAcceptable();
        }
    }

    private boolean fits(MediaType range) {
        return mediaTypes.stream().anyMatch(type -> range.includes(type));
    }
}
