package ro.caravana.reported.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import ro.caravana.access.Viewer;
import ro.caravana.reported.ReportedProblem;
import ro.caravana.reported.ReporterLink;
import ro.caravana.reported.ReporterLinks;
import ro.caravana.reported.SourceKind;

/** {@code /api/v1/needs/reporters}: links for those who report without an account; planners only. */
@RestController
@RequestMapping("/api/v1/needs/reporters")
@PreAuthorize("hasRole('PLANNER')")
class ReporterController {
    private final ReporterLinks links;
    private final String publicUrl;

    ReporterController(ReporterLinks links, @Value("${caravana.public-url:}") String publicUrl) {
        this.links = links;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** As sent. */
    record Wanted(
            @Nullable String source,
            @Nullable Integer siruta,
            @Nullable String label) {}

    record ReporterList(List<Reporter> reporters) {}

    record Reporter(
            String id,
            String source,
            int uatSiruta,
            String label,
            String createdBy,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt) {}

    /** A new link: its address is told this once. */
    record Made(Reporter reporter, String address) {}

    @GetMapping
    ReporterList list() {
        return new ReporterList(
                links.listAll().stream().map(ReporterController::wire).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made make(@RequestBody Wanted wanted, Viewer viewer, ServerHttpRequest request) {
        SourceKind source = SourceKind.findByWire(wanted.source() == null ? "" : wanted.source())
                .orElseThrow(() -> new ReportedProblem.Unusable(
                        "source", "The source is one of " + Arrays.toString(SourceKind.values()) + "."));
        ReporterLinks.Made made = links.make(
                source,
                wanted.siruta() == null ? 0 : wanted.siruta(),
                wanted.label() == null ? "" : wanted.label(),
                viewer.name());
        return new Made(wire(made.link()), address(made.token(), request));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        links.revoke(id);
    }

    private String address(String token, ServerHttpRequest request) {
        String path = "/public/needs/" + token;
        return publicUrl.isEmpty()
                ? UriComponentsBuilder.fromUri(request.getURI())
                        .replacePath(path)
                        .replaceQuery(null)
                        .build()
                        .toUriString()
                : publicUrl + path;
    }

    private static Reporter wire(ReporterLink link) {
        return new Reporter(
                link.id(),
                link.source().name(),
                link.uatSiruta(),
                link.label(),
                link.createdBy(),
                link.createdAt(),
                link.expiresAt(),
                link.revokedAt().orElse(null));
    }
}
