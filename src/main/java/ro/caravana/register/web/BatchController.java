package ro.caravana.register.web;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.register.BatchAnswer;
import ro.caravana.register.ledger.BatchIntake;

/** {@code POST /api/v1/sync/batches}. Needs no account: the signature says who sends. */
@RestController
class BatchController {
    private final BatchIntake intake;

    BatchController(BatchIntake intake) {
        this.intake = intake;
    }

    @PostMapping(path = "/api/v1/sync/batches", consumes = BatchTextDecoder.JOSE)
    BatchAnswer send(@RequestBody BatchText batch) {
        return intake.accept(batch.bytes());
    }
}
