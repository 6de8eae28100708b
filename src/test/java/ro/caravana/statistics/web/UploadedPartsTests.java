package ro.caravana.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;
import ro.caravana.access.Viewer;
import ro.caravana.statistics.StatisticsImports;
import ro.caravana.statistics.StatisticsProblem;

/** What was sent lies in files of the web framework while it is read; none of them may stay behind. */
class UploadedPartsTests {
    private final StatisticsImports imports = mock(StatisticsImports.class);
    private final StatisticsImportController controller = new StatisticsImportController(imports);
    private final AtomicInteger deleted = new AtomicInteger();
    private final MultiValueMap<String, Part> parts = new LinkedMultiValueMap<>();

    @BeforeEach
    void aSetting() {
        FormFieldPart dryRun = deletable(mock(FormFieldPart.class));
        when(dryRun.value()).thenReturn("true");
        parts.add("dryRun", dryRun);
    }

    @Test
    void partsAreDeletedThoughTheFileIsRefused() {
        FilePart file = deletable(mock(FilePart.class));
        when(file.filename()).thenReturn("figures.csv");
        when(file.transferTo(any(java.nio.file.Path.class))).thenReturn(Mono.empty());
        when(imports.importFile(any(), any())).thenThrow(new StatisticsProblem.EmptyFile());
        parts.add("file", file);
        assertThatExceptionOfType(StatisticsProblem.EmptyFile.class).isThrownBy(this::send);
        assertThat(deleted).hasValue(2);
    }

    @Test
    void partsAreDeletedThoughNoneIsTheFile() {
        parts.add("another", deletable(mock(FilePart.class)));
        assertThatExceptionOfType(StatisticsProblem.NoFile.class).isThrownBy(this::send);
        assertThat(deleted).hasValue(2);
    }

    private void send() throws java.io.IOException {
        controller.importFile(parts, Map.of(), null, Viewer.PUBLIC);
    }

    private <P extends Part> P deletable(P part) {
        when(part.delete()).thenReturn(Mono.fromRunnable(deleted::incrementAndGet));
        return part;
    }
}
