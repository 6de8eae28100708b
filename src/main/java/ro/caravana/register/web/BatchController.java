package ro.caravana.register.web;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import ro.caravana.register.BatchAnswer;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.ledger.BatchIntake;

/** {@code POST /api/v1/sync/batches}. Needs no account: the signature says who sends. */
@RestController
class BatchController {
    private static final int MOST_BYTES = 5_000_000;

    private final BatchIntake intake;

    BatchController(BatchIntake intake) {
        this.intake = intake;
    }

    @PostMapping(path = "/api/v1/sync/batches", consumes = "application/jose")
    BatchAnswer send(@RequestBody Flux<DataBuffer> body) {
        return intake.accept(read(body));
    }

    private static byte[] read(Flux<DataBuffer> body) {
        try {
            DataBuffer whole =
                    DataBufferUtils.join(body, MOST_BYTES).block(); // a worker's thread, not the event loop's
            if (whole == null) {
                return new byte[0];
            }
            byte[] bytes = new byte[whole.readableByteCount()];
            whole.read(bytes);
            DataBufferUtils.release(whole);
            return bytes;
        } catch (DataBufferLimitException tooLong) {
            throw new RegisterProblem.TooLarge();
        }
    }
}
