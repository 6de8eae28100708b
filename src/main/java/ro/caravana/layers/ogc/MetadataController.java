package ro.caravana.layers.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.layers.feature.LayerSource;

/** What there is to read, and how: landing page, conformance, API definition, collections. */
@RestController
class MetadataController {
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final LayerSources sources;
    private final OgcAnswers answers;
    private final ApiDefinition definition;

    MetadataController(LayerSources sources, OgcAnswers answers, ApiDefinition definition) {
        this.sources = sources;
        this.answers = answers;
        this.definition = definition;
    }

    @GetMapping({"/ogc", "/ogc/"})
    ResponseEntity<byte[]> landing(ServerHttpRequest http) {
        OgcRequest request = OgcRequest.of(http, List.of());
        Texts texts = request.texts();
        List<Link> links = new ArrayList<>(request.selfLinks(JSON));
        links.add(new Link(request.href("api"), "service-desc", OgcRequest.OPENAPI, texts.get("link.api")));
        links.add(new Link(request.href("api") + "?f=html", "service-doc", "text/html", texts.get("link.api")));
        links.add(new Link(request.href("conformance"), "conformance", JSON, texts.get("link.conformance")));
        links.add(new Link(request.href("collections"), "data", JSON, texts.get("link.collections")));
        Resources.Landing landing =
                new Resources.Landing(texts.get("landing.title"), texts.get("landing.description"), links);
        return answers.answer(
                request,
                JSON,
                landing,
                () -> OgcAnswers.page(request, landing.title(), List.of(landing.description()), links));
    }

    @GetMapping("/ogc/conformance")
    ResponseEntity<byte[]> conformance(ServerHttpRequest http) {
        OgcRequest request = OgcRequest.of(http, List.of());
        Resources.Conformance conformance = new Resources.Conformance(request.selfLinks(JSON), Resources.CONFORMS_TO);
        return answers.answer(
                request,
                JSON,
                conformance,
                () -> OgcAnswers.page(
                        request,
                        request.texts().get("link.conformance"),
                        conformance.conformsTo(),
                        conformance.links()));
    }

    @GetMapping("/ogc/api")
    ResponseEntity<byte[]> api(ServerHttpRequest http) {
        OgcRequest request = OgcRequest.of(http, List.of());
        return answers.answer(
                request,
                OgcRequest.OPENAPI,
                definition.describe(request),
                () -> OgcAnswers.page(
                        request,
                        request.texts().get("link.api"),
                        definition.summary(),
                        request.selfLinks(OgcRequest.OPENAPI)));
    }

    @GetMapping("/ogc/collections")
    ResponseEntity<byte[]> collections(ServerHttpRequest http, Viewer viewer) {
        OgcRequest request = OgcRequest.of(http, List.of());
        List<Resources.Collection> collections = sources.listSources().stream()
                .map(source -> CollectionResource.of(request, source, viewer))
                .toList();
        Resources.Collections all = new Resources.Collections(request.selfLinks(JSON), collections);
        return answers.answer(request, JSON, all, () -> collectionsPage(request, all));
    }

    @GetMapping("/ogc/collections/{id}")
    ResponseEntity<byte[]> collection(@PathVariable String id, ServerHttpRequest http, Viewer viewer) {
        LayerSource source = sources.getSource(id);
        OgcRequest request = OgcRequest.of(http, List.of());
        Resources.Collection collection = CollectionResource.of(request, source, viewer);
        Resources.Collection whole = CollectionResource.withLinks(
                collection,
                Stream.concat(request.selfLinks(JSON).stream(), collection.links().stream())
                        .toList());
        return answers.answer(
                request,
                JSON,
                whole,
                () -> OgcAnswers.page(
                        request, whole.title(), List.of(whole.description(), whole.attribution()), whole.links()));
    }

    private static HtmlPage collectionsPage(OgcRequest request, Resources.Collections all) {
        Texts texts = request.texts();
        List<HtmlPage.Row> rows = all.collections().stream()
                .map(collection -> new HtmlPage.Row(List.of(
                        new HtmlPage.Cell(collection.title(), request.href("collections", collection.id())),
                        HtmlPage.Cell.of(collection.description()),
                        new HtmlPage.Cell(
                                texts.get("link.items"), request.href("collections", collection.id(), "items")))))
                .toList();
        return new HtmlPage(
                texts.language(),
                texts.get("link.collections"),
                List.of(),
                all.links(),
                List.of(texts.get("column.collection"), texts.get("column.description"), texts.get("link.items")),
                rows);
    }
}
