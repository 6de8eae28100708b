package ro.caravana.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import ro.caravana.documents.support.PdfPages;
import ro.caravana.planning.support.PlanningTest;
import ro.caravana.support.Browserless;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The phone died: counts on paper find the way back.
 *
 * <pre>
 * …/counts.pdf ─► printed, counted on ─► photographed ─► /api/v1/field/sheets ─► the report of that visit
 * </pre>
 */
@PlanningTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountSheetApiTests {
    private static final int DOTS_PER_INCH = 110; // a telephone's photo of a page has more

    @Autowired
    private Browserless app;

    private String day = "";
    private List<JsonNode> visits = List.of();

    @BeforeAll
    void solve() {
        String plan = read(app.planner()
                        .post()
                        .uri("/api/v1/plans")
                        .bodyValue(Map.of("name", "Foi", "start", "2028-03-01", "end", "2028-03-31")))
                .at("/id")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> read(app.planner().get().uri("/api/v1/plans/" + plan))
                                .at("/status")
                                .asString(),
                        "finished"::equals);
        List<JsonNode> all = read(app.planner().post().uri("/api/v1/plans/" + plan + "/acceptance"))
                .at("/visits")
                .valueStream()
                .toList();
        day = all.stream()
                .map(visit -> visit.at("/date").asString())
                .filter(date -> on(all, date).size() > 1)
                .findFirst()
                .orElseThrow();
        visits = on(all, day);
    }

    private static List<JsonNode> on(List<JsonNode> visits, String date) {
        return visits.stream()
                .filter(visit -> date.equals(visit.at("/date").asString()))
                .toList();
    }

    private static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        byte[] body = request.exchange().expectBody().returnResult().getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }

    private byte[] sheets(String language) {
        byte[] pdf = app.field()
                .get()
                .uri("/api/v1/stations/station-1/days/" + day + "/counts.pdf?lang=" + language)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pdf")
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return pdf == null ? new byte[0] : pdf;
    }

    @Test
    void thereIsAPagePerVisitInBothLanguagesAndNoFigureOnIt() {
        PdfPages romanian = PdfPages.read(sheets("ro"));
        assertThat(romanian.count()).isEqualTo(visits.size());
        assertThat(romanian.page(1))
                .contains(visits.get(0).at("/locality").asString(), "Persoane servite", "DATE SINTETICE");
        PdfPages english = PdfPages.read(sheets("en"));
        assertThat(english.page(2)).contains("Persons served", "visit 2 of " + visits.size());
        keep(sheets("ro"));
    }

    /** For people to look at. */
    private static void keep(byte[] pdf) {
        try {
            Files.createDirectories(Path.of("target", "documents"));
            Files.write(Path.of("target", "documents", "counting-sheets.pdf"), pdf);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aPhotoOfASheetLeadsToItsReport() throws IOException {
        JsonNode found = upload(picture(sheets("ro"), 0));
        assertThat(found.at("/sheets").size()).isEqualTo(1);
        assertThat(found.at("/sheets/0/visit").asString())
                .isEqualTo(visits.get(0).at("/id").asString());
        assertThat(found.at("/sheets/0/date").asString()).isEqualTo(day);
        assertThat(found.at("/sheets/0/locality").asString())
                .isEqualTo(visits.get(0).at("/locality").asString());
    }

    private static byte[] picture(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return png(new PDFRenderer(document).renderImageWithDPI(page, DOTS_PER_INCH));
        }
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private JsonNode upload(byte[] picture) {
        var form = new MultipartBodyBuilder();
        form.part("picture", new ByteArrayResource(picture)).filename("sheet.png");
        return read(app.field().post().uri("/api/v1/field/sheets").body(BodyInserters.fromMultipartData(form.build())));
    }

    @Test
    void whatShowsNoCodeOrIsNoPictureIsSaid() throws IOException {
        JsonNode blank = upload(png(new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY)));
        assertThat(blank.at("/type").asString()).endsWith(":sheet-without-code");
        JsonNode text = upload("not a picture".getBytes(StandardCharsets.UTF_8));
        assertThat(text.at("/type").asString()).endsWith(":sheet-unreadable");
    }

    @Test
    void onADayAtHomeThereIsNothingToCount() {
        app.field()
                .get()
                .uri("/api/v1/stations/station-1/days/2028-03-05/counts.pdf")
                .exchange()
                .expectStatus()
                .isNotFound();
        app.viewer()
                .get()
                .uri("/api/v1/stations/station-1/days/" + day + "/counts.pdf")
                .exchange()
                .expectStatus()
                .isForbidden();
        var nothing = new MultipartBodyBuilder();
        nothing.part("picture", new ByteArrayResource(new byte[1])).filename("x.png");
        app.viewer()
                .post()
                .uri("/api/v1/field/sheets")
                .body(BodyInserters.fromMultipartData(nothing.build()))
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
