package ro.caravana.statistics.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.statistics.ImportReport;
import ro.caravana.statistics.ImportReport.Status;
import ro.caravana.statistics.ImportRequest;
import ro.caravana.statistics.StatisticsImports;
import ro.caravana.statistics.StatisticsProblem;
import ro.caravana.statistics.load.ReasonSentences;

/** {@code /api/v1/statistics/imports}. */
@RestController
@RequestMapping("/api/v1/statistics/imports")
@PreAuthorize("hasRole('PLANNER')")
class StatisticsImportController {
    private final StatisticsImports imports;

    StatisticsImportController(StatisticsImports imports) {
        this.imports = imports;
    }

    record ImportList(List<ImportReport> imports) {}

    /** Takes the part {@code file}; {@code period} and {@code synthetic} may be parts or parameters. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasRole('PLANNER')")
    ResponseEntity<ImportReport> importFile(
            @RequestBody MultiValueMap<String, Part> parts,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            Viewer viewer)
            throws IOException {
        try {
            if (!(parts.getFirst("file") instanceof FilePart upload)) {
                throw new StatisticsProblem.NoFile();
            }
            ImportRequest request = new ImportRequest(
                    upload.filename(),
                    setting("period", parts, parameters),
                    truth("synthetic", parts, parameters),
                    truth("dryRun", parts, parameters).orElse(false),
                    viewer.name());
            return answer(importFile(upload, request), language(languages));
        } finally {
            // a large part lies in a file that nobody else takes away: raw counts
            parts.values().forEach(sent -> sent.forEach(part -> part.delete().block()));
        }
    }

    private ImportReport importFile(FilePart upload, ImportRequest request) throws IOException {
        Path file = Files.createTempFile("statistics-", ".upload");
        try {
            upload.transferTo(file).block(); // this is a worker's thread, not the event loop's
            return imports.importFile(file, request);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @GetMapping
    @PreAuthorize("hasRole('PLANNER')")
    ImportList listImports() {
        return new ImportList(imports.listImports());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasRole('PLANNER')")
    ImportReport getImport(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        return speaking(imports.getImport(id), language(languages));
    }

    /** The rows that could not be used, to be mended and sent again. */
    @GetMapping("/{id}/rejected.csv")
    @PreAuthorize("hasRole('PLANNER')")
    ResponseEntity<InputStreamResource> getRejectedRows(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages)
            throws IOException {
        Path file = Files.createTempFile("statistics-", ".rejected");
        try {
            imports.writeQuarantine(id, file, language(languages));
            return ResponseEntity.ok()
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename("statistics-" + id + "-rejected.csv")
                                    .build()
                                    .toString())
                    .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                    .contentLength(Files.size(file))
                    .body(new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static ResponseEntity<ImportReport> answer(ImportReport report, Locale language) {
        ImportReport speaking = speaking(report, language);
        return report.status() == Status.ACCEPTED || report.status() == Status.REJECTED
                ? ResponseEntity.created(URI.create("/api/v1/statistics/imports/" + report.id()))
                        .body(speaking)
                : ResponseEntity.ok(speaking);
    }

    private static ImportReport speaking(ImportReport report, Locale language) {
        return report.withSentences(reason -> ReasonSentences.of(reason, language));
    }

    private static Optional<String> setting(
            String name, MultiValueMap<String, Part> parts, Map<String, String> parameters) {
        return parts.getFirst(name) instanceof FormFieldPart field
                ? Optional.of(field.value()).filter(text -> !text.isBlank())
                : Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank());
    }

    private static Optional<Boolean> truth(
            String name, MultiValueMap<String, Part> parts, Map<String, String> parameters) {
        return setting(name, parts, parameters).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new StatisticsProblem.BadSetting(name);
        });
    }

    /** Romanian unless English is preferred. */
    private static Locale language(@Nullable String languages) {
        if (languages == null || languages.length() > 200) {
            return ReasonSentences.ROMANIAN;
        }
        try {
            List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(languages);
            return Objects.requireNonNullElse(
                    Locale.lookup(wanted, List.of(ReasonSentences.ROMANIAN, Locale.ENGLISH)), ReasonSentences.ROMANIAN);
        } catch (IllegalArgumentException e) {
            return ReasonSentences.ROMANIAN;
        }
    }
}
