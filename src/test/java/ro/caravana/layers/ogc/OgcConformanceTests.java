package ro.caravana.layers.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The abstract test suite of OGC 17-069r4 (Features, Part 1: Core, annex A), test by test, against the bundled county. Each test
 * is named after the requirement it checks; the requirement class is the Core unless the name says otherwise.
 */
@CaravanaTest
class OgcConformanceTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Browserless app;

    @LocalServerPort
    int port;

    @Test
    void rootSuccess_landingPageLinksToApiConformanceAndData() {
        JsonNode landing = json("/ogc");
        assertThat(rels(landing)).contains("self", "alternate", "service-desc", "service-doc", "conformance", "data");
        assertThat(landing.get("title").asString()).isNotBlank();
        assertThat(json("/ogc/")).isNotNull();
    }

    @Test
    void everyLinkIsAbsoluteTypedAndAnswers() {
        for (String page :
                List.of("/ogc", "/ogc/collections", "/ogc/collections/sites", "/ogc/collections/sites/items?limit=2")) {
            for (JsonNode link : json(page).get("links")) {
                String href = link.get("href").asString();
                assertThat(href).startsWith("http://localhost:");
                assertThat(get(href).getResponseHeaders().getContentType().toString())
                        .as("%s %s", link.get("rel"), href)
                        .startsWith(link.get("type").asString().replaceAll(";.*", ""));
            }
        }
    }

    @Test
    void apiDefinitionSuccess_describesEveryPathAndParameter() {
        JsonNode api = json("/ogc/api");
        assertThat(api.get("openapi").asString()).startsWith("3.0");
        assertThat(api.get("paths").has("/collections/sites/items")).isTrue();
        List<String> parameters = stream(api.at("/paths/~1collections~1sites~1items/get/parameters"))
                .map(parameter -> parameter.get("name").asString())
                .toList();
        assertThat(parameters).contains("limit", "offset", "bbox", "datetime", "f", "uatSiruta");
        assertThat(get("/ogc/api").getResponseHeaders().getContentType().toString())
                .startsWith("application/vnd.oai.openapi+json");
    }

    @Test
    void conformanceSuccess_declaresTheClassesTestedHere() {
        assertThat(stream(json("/ogc/conformance").get("conformsTo")).map(JsonNode::asString))
                .contains(
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30");
    }

    @Test
    void fcMdSuccess_everyCollectionHasIdItemsLinkExtentAndCrs() {
        JsonNode all = json("/ogc/collections");
        assertThat(rels(all)).contains("self", "alternate");
        assertThat(stream(all.get("collections")).map(c -> c.get("id").asString()))
                .containsExactly("coverage", "localities", "offices", "services", "sites", "uats", "visits");
        for (JsonNode collection : all.get("collections")) {
            assertThat(stream(collection.get("links"))
                            .filter(link -> link.get("rel").asString().equals("items"))
                            .map(link -> link.get("type").asString()))
                    .contains("application/geo+json", "text/html");
            if (collection.get("id").asString().equals("visits")) {
                continue; // no plan is accepted here, so they are nowhere
            }
            JsonNode box = collection.at("/extent/spatial/bbox/0");
            assertThat(box.get(0).asDouble()).isBetween(22.0, box.get(2).asDouble());
            assertThat(collection.at("/crs/0").asString()).endsWith("CRS84");
        }
    }

    @Test
    void sfcMdSuccess_aCollectionIsDescribedAsInTheList() {
        for (JsonNode listed : json("/ogc/collections").get("collections")) {
            JsonNode alone = json("/ogc/collections/" + listed.get("id").asString());
            assertThat(alone.get("title")).isEqualTo(listed.get("title"));
            assertThat(alone.get("extent")).isEqualTo(listed.get("extent"));
            assertThat(rels(alone)).contains("self", "alternate", "items");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uats", "localities", "sites", "services", "offices", "coverage"})
    void fcLinks_pagingThroughAllItemsGivesEachFeatureExactlyOnce(String collection) {
        int matched = json(items(collection) + "?limit=1").get("numberMatched").asInt();
        List<String> seen = new ArrayList<>();
        Optional<String> page = Optional.of(items(collection) + "?limit=97");
        while (page.isPresent()) {
            JsonNode answer = json(page.get());
            assertThat(answer.get("numberMatched").asInt()).isEqualTo(matched);
            assertThat(answer.get("numberReturned").asInt())
                    .isEqualTo(answer.get("features").size());
            ids(answer).forEach(seen::add);
            page = link(answer, "next");
        }
        assertThat(seen).hasSize(matched).doesNotHaveDuplicates();
    }

    @Test
    void fcLinks_prevLeadsBackAndTheLastPageHasNoNext() {
        JsonNode first = json(items("sites") + "?limit=10");
        JsonNode second = json(link(first, "next").orElseThrow());
        assertThat(ids(json(link(second, "prev").orElseThrow()))).isEqualTo(ids(first));
        assertThat(link(first, "prev")).isEmpty();
        assertThat(link(json(items("services")), "next")).isEmpty();
        assertThat(json(items("services") + "?offset=9999").get("features")).isEmpty();
    }

    @Test
    void fcLinks_nextKeepsBoxAndFilters() {
        String cluj = "bbox=23.4,46.6,23.8,46.9&kind=VENUE";
        JsonNode first = json(items("sites") + "?limit=5&" + cluj);
        JsonNode second = json(link(first, "next").orElseThrow());
        assertThat(second.get("numberMatched")).isEqualTo(first.get("numberMatched"));
        assertThat(stream(second.get("features"))
                        .map(f -> f.at("/properties/kind").asString()))
                .containsOnly("VENUE");
    }

    @Test
    void fcLimitResponse_neverMoreThanAskedAndALargeLimitIsNoError() {
        assertThat(json(items("localities") + "?limit=7").get("features")).hasSize(7);
        assertThat(json(items("localities") + "?limit=999999999999").get("features"))
                .hasSize(434);
    }

    @Test
    void fcBboxResponse_onlyWhatTouchesTheBox() {
        JsonNode turda = json(items("localities") + "?bbox=23.7,46.5,23.9,46.6");
        assertThat(turda.get("numberMatched").asInt()).isBetween(1, 60);
        for (JsonNode feature : turda.get("features")) {
            assertThat(feature.at("/geometry/coordinates/0").asDouble()).isBetween(23.7, 23.9);
            assertThat(feature.at("/geometry/coordinates/1").asDouble()).isBetween(46.5, 46.6);
        }
        assertThat(json(items("localities") + "?bbox=23.7,46.5,-10,23.9,46.6,4000")
                        .get("numberMatched"))
                .isEqualTo(turda.get("numberMatched"));
        assertThat(json(items("uats") + "?bbox=0,0,1,1").get("numberMatched").asInt())
                .isZero();
        assertThat(json(items("uats") + "?bbox=170,40,-170,50")
                        .get("numberMatched")
                        .asInt())
                .isZero();
        assertThat(json(items("uats") + "?bbox=20,40,-170,50")
                        .get("numberMatched")
                        .asInt())
                .isEqualTo(81);
    }

    @Test
    void fcTimeResponse_featuresWithoutTimeMatchAnyTime() {
        assertThat(json(items("sites") + "?limit=1&datetime=2027-01-01/..").get("numberMatched"))
                .isEqualTo(json(items("sites") + "?limit=1").get("numberMatched"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=ten",
                "limit=",
                "limit=1&limit=2",
                "offset=-1",
                "bbox=1,2,3",
                "bbox=1,5,3,4",
                "datetime=soon",
                "f=xml"
            })
    void queryParamInvalid_isRefused(String query) {
        problem(items("sites") + "?" + query, 400, "parameter-bad");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc?a=b",
                "/ogc/conformance?limit=1",
                "/ogc/collections?bbox=1,2,3,4",
                "/ogc/collections/uats?limit=1",
                "/ogc/collections/uats/items?crs=x",
                "/ogc/collections/uats/items?population=1",
                "/ogc/collections/sites/items/base?bbox=1,2,3,4"
            })
    void queryParamUnknown_isRefused(String path) {
        problem(path, 400, "parameter-unknown");
    }

    @Test
    void unknownCollectionsAndFeaturesAreNotFound() {
        problem("/ogc/collections/persons", 404, "collection-unknown");
        problem("/ogc/collections/persons/items", 404, "collection-unknown");
        problem("/ogc/collections/persons/items/1", 404, "collection-unknown");
        problem("/ogc/collections/uats/items/1", 404, "feature-unknown");
    }

    @Test
    void refusalsDoNotEchoWhatWasSent() {
        assertThat(body("/ogc/collections/zzzz-unknown?wwww=vvvv", 404)).doesNotContain("wwww", "vvvv");
        assertThat(body("/ogc/collections/uats/items?wwww=vvvv", 400)).doesNotContain("wwww", "vvvv");
    }

    @Test
    void fSuccess_everyFeatureIsFoundUnderItsId() {
        for (String collection : List.of("uats", "sites", "services", "offices")) {
            JsonNode listed = json(items(collection) + "?limit=1").at("/features/0");
            JsonNode alone = json(items(collection) + "/" + listed.get("id").asString());
            assertThat(alone.get("properties")).isEqualTo(listed.get("properties"));
            assertThat(alone.get("geometry")).isEqualTo(listed.get("geometry"));
            assertThat(rels(alone)).contains("self", "alternate", "collection");
        }
    }

    @Test
    void geojsonContent_itemsAreGeoJson() {
        EntityExchangeResult<byte[]> answer = get(items("uats"));
        assertThat(answer.getResponseHeaders().getContentType().toString()).isEqualTo("application/geo+json");
        JsonNode feature = json(items("uats")).at("/features/0");
        assertThat(feature.get("type").asString()).isEqualTo("Feature");
        assertThat(feature.get("id").isInt()).isTrue();
        assertThat(feature.at("/geometry/type").asString()).isIn("Polygon", "MultiPolygon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc",
                "/ogc/conformance",
                "/ogc/api",
                "/ogc/collections",
                "/ogc/collections/sites",
                "/ogc/collections/sites/items?limit=3",
                "/ogc/collections/sites/items/base"
            })
    void htmlDefinition_everyResourceIsAlsoAPage(String path) {
        String page = text(path + (path.contains("?") ? "&" : "?") + "f=html");
        assertThat(page).startsWith("<!DOCTYPE html>").contains("<html lang=\"ro\">", "rel=\"alternate\"");
        assertThat(page).doesNotContain("<script");
    }

    @Test
    void theAcceptHeaderChoosesAndWhatCannotBeWrittenIsNotAcceptable() {
        app.viewer()
                .get()
                .uri("/ogc")
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Content-Type", "text/html.*");
        app.viewer()
                .get()
                .uri("/ogc")
                .header("Accept", "image/png")
                .exchange()
                .expectStatus()
                .isEqualTo(406);
    }

    @Test
    void titlesComeInEnglishToo() {
        byte[] answer = app.viewer()
                .get()
                .uri("/ogc")
                .header("Accept-Language", "en")
                .exchange()
                .expectHeader()
                .valueEquals("Content-Language", "en")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(JSON.readTree(answer).get("title").asString()).isEqualTo("Caravana: map layers");
    }

    @Test
    void anUnchangedResourceIsNotSentTwice() {
        HttpHeaders first = get(items("uats")).getResponseHeaders();
        assertThat(first.getCacheControl()).contains("private", "no-cache");
        assertThat(first.getVary()).contains("Authorization", "Cookie", "Accept");
        app.viewer()
                .get()
                .uri(items("uats"))
                .header("If-None-Match", first.getETag())
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    @Test
    void linksFollowTheProxy() {
        byte[] answer = app.viewer()
                .get()
                .uri(items("sites") + "?limit=1")
                .header("X-Forwarded-Host", "harta.example.org")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/caravana")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(link(JSON.readTree(answer), "next").orElseThrow())
                .startsWith("https://harta.example.org/caravana/ogc/collections/sites/items?");
        assertThat(link(JSON.readTree(answer), "collection").orElseThrow())
                .isEqualTo("https://harta.example.org/caravana/ogc/collections/sites");
    }

    @Test
    void nobodyReadsLayersWithoutAnAccount() {
        for (String path : List.of("/ogc", "/ogc/collections", items("uats"))) {
            app.nobody().get().uri(path).exchange().expectStatus().isUnauthorized();
        }
    }

    @Test
    void layersAreReadOnly() {
        app.planner().post().uri(items("uats")).exchange().expectStatus().isEqualTo(405);
    }

    private void problem(String path, int status, String type) {
        app.viewer()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:" + type)
                .jsonPath("$.detail")
                .isNotEmpty();
    }

    private String body(String path, int status) {
        return new String(
                app.viewer()
                        .get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(status)
                        .expectBody()
                        .returnResult()
                        .getResponseBody(),
                StandardCharsets.UTF_8);
    }

    /** Addresses from links are encoded already; as a template they would be encoded again. */
    private EntityExchangeResult<byte[]> get(String path) {
        return app.viewer()
                .get()
                .uri(path.startsWith("http") ? URI.create(path) : URI.create("http://localhost:" + port + path))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
    }

    private String text(String path) {
        return new String(get(path).getResponseBody(), StandardCharsets.UTF_8);
    }

    private JsonNode json(String path) {
        return JSON.readTree(get(path).getResponseBody());
    }

    private static String items(String collection) {
        return "/ogc/collections/" + collection + "/items";
    }

    private static List<String> rels(JsonNode resource) {
        return stream(resource.get("links"))
                .map(link -> link.get("rel").asString())
                .toList();
    }

    private static Optional<String> link(JsonNode resource, String rel) {
        return stream(resource.get("links"))
                .filter(link -> link.get("rel").asString().equals(rel))
                .map(link -> link.get("href").asString())
                .findFirst();
    }

    private static List<String> ids(JsonNode features) {
        return stream(features.get("features"))
                .map(feature -> feature.get("id").asString())
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
