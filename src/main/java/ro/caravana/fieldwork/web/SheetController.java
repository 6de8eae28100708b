package ro.caravana.fieldwork.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.fieldwork.FieldProblem;
import ro.caravana.store.DatabaseThreads;
import ro.caravana.store.WorkThreads;

/** A photo of a counting sheet leads to its report. */
@RestController
class SheetController {
    private static final int MOST_BYTES = 15_000_000;

    /** A large picture unfolds into a hundred megabytes: two are read at once, some wait, and who comes then is told to try again. */
    private static final int AT_ONCE = 2;

    private static final int WAITING = 10;
    private static final Scheduler READERS = WorkThreads.scheduler("sheet-reader", AT_ONCE, WAITING);

    private final Appointments appointments;

    SheetController(Appointments appointments) {
        this.appointments = appointments;
    }

    /** Reports to open, in the order of their days. */
    record SheetList(List<Sheet> sheets) {}

    /** Where a sheet's counts are filled in. */
    record Sheet(String visit, LocalDate date, String station, String locality) {}

    /** @param picture JPEG or PNG, at most 15 MB; read in memory and forgotten */
    @PostMapping(path = "/api/v1/field/sheets", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAnyRole('PLANNER', 'FIELD')")
    Mono<SheetList> find(@RequestPart("picture") FilePart picture) {
        return DataBufferUtils.join(picture.content(), MOST_BYTES)
                .map(SheetController::bytes)
                .publishOn(READERS)
                .map(SheetCodes::visitsIn)
                .publishOn(DatabaseThreads.SCHEDULER)
                .map(this::sheets);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private SheetList sheets(List<String> visits) {
        List<Sheet> found = visits.stream().flatMap(id -> find(id).stream()).toList();
        if (found.isEmpty()) {
            throw new FieldProblem.NoSheet();
        }
        return new SheetList(found);
    }

    private Optional<Sheet> find(String id) {
        try {
            Appointment visit = appointments.getVisit(id);
            return Optional.of(new Sheet(visit.id(), visit.date(), visit.station(), visit.locality()));
        } catch (CoordinationProblem.UnknownVisit forgotten) {
            return Optional.empty();
        }
    }
}
