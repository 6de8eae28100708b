package ro.caravana.workgroup.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import ro.caravana.store.DatabaseThreads;
import ro.caravana.territory.table.BadTable;
import ro.caravana.territory.table.TableFile;
import ro.caravana.workgroup.WorkgroupProblem;

/** Opens the workbook in which a planner keeps the goals of the UATs; the form shows what it holds, and nothing is kept here. */
@RestController
class UatTargetTableController {
    private static final int MOST_BYTES = 2_000_000;

    /** Many times what a county has UATs. */
    private static final int MOST_ROWS = 2_000;

    /** Every row of the first sheet, cell by cell. */
    record Rows(List<List<String>> rows) {}

    /** @param file XLSX, at most 2 MB */
    @PostMapping(path = "/api/v1/targets/tables", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasRole('PLANNER')")
    Mono<Rows> open(@RequestPart("file") FilePart file) {
        return DataBufferUtils.join(file.content(), MOST_BYTES)
                .map(UatTargetTableController::bytes)
                .publishOn(DatabaseThreads.SCHEDULER)
                .map(bytes -> read(file.filename(), bytes))
                .switchIfEmpty(Mono.error(WorkgroupProblem.BadTargetTable::new));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Rows read(String name, byte[] bytes) {
        try {
            Path kept = Files.createTempFile("caravana-targets", ".xlsx");
            try {
                Files.write(kept, bytes);
                return new Rows(TableFile.rows(name, kept, MOST_ROWS));
            } finally {
                Files.deleteIfExists(kept);
            }
        } catch (BadTable unreadable) {
            throw new WorkgroupProblem.BadTargetTable();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
