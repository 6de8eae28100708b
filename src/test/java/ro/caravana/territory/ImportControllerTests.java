package ro.caravana.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import ro.caravana.support.Browserless;
import ro.caravana.support.CaravanaTest;

@CaravanaTest
class ImportControllerTests {
    private final Browserless browserless;

    ImportControllerTests(@org.springframework.beans.factory.annotation.Autowired Browserless browserless) {
        this.browserless = browserless;
    }

    @Test
    void aDryRunSaysWhatWouldHappen() {
        send(browserless.planner(), "localities", "siruta,population\n57742,10\n1,2\n")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("localities")
                .jsonPath("$.dryRun")
                .isEqualTo(true)
                .jsonPath("$.rejected")
                .isEqualTo(2)
                .jsonPath("$.rejections[1].column")
                .isEqualTo("name");
    }

    @Test
    void theCommandKnowsTheKindOfEveryImporter(
            @org.springframework.beans.factory.annotation.Autowired List<Importer> importers) {
        assertThat(importers).extracting(Importer::kind).containsExactlyInAnyOrderElementsOf(ImportCommand.KINDS);
    }

    @Test
    void administratorsMayImportToo() {
        send(browserless.admin(), "services", "id,name,uat_siruta\nSPCLEP-NOU,Nou,55008\n")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(1);
    }

    @Test
    void viewersMayNot() {
        send(browserless.viewer(), "localities", "siruta\n1\n").expectStatus().isForbidden();
    }

    @Test
    void anUnknownKindIsAProblem() {
        send(browserless.planner(), "stars", "x\n1\n")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:territory-import-kind-unknown");
    }

    @Test
    void aFileThatIsNoTableIsAProblem() {
        send(browserless.planner(), "sites", "")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:territory-file-unreadable");
    }

    @Test
    void aMapWithoutThisCountyIsAProblem() {
        String map = MapFiles.collection(java.util.List.of(MapFiles.feature("\"siruta\": 1017", MapFiles.quarter(0))));
        send(browserless.planner(), "boundaries", map)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:territory-import-refused");
    }

    @Test
    void aBrokenMapFileIsAProblem() {
        send(browserless.planner(), "boundaries", "{\"type\": \"FeatureCollection\", \"features\": [")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:caravana:problem:map-file-unreadable");
    }

    private static WebTestClient.ResponseSpec send(WebTestClient client, String kind, String content) {
        MultipartBodyBuilder body = new MultipartBodyBuilder();
        body.part("file", new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "table.csv";
            }
        });
        return client.post()
                .uri("/api/v1/territory/imports?dryRun=true&kind={kind}", kind)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(BodyInserters.fromMultipartData(body.build()))
                .exchange();
    }
}
