package ro.caravana.register.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import ro.caravana.register.RegisterProblem;

/** Nobody needs an account to send a batch: what strangers can make the server hold is bounded, and for how long. */
class BatchTextDecoderTests {
    private final BatchTextDecoder decoder = new BatchTextDecoder();

    private Mono<BatchText> gathered(Flux<DataBuffer> body) {
        return decoder.decodeToMono(body, ResolvableType.forClass(BatchText.class), null, null);
    }

    private static Flux<DataBuffer> bytes(String text) {
        return Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(US_ASCII)));
    }

    @Test
    void manyAtOnceHaveToWaitUntilOneHasGone() {
        List<Disposable> slow = new ArrayList<>();
        for (int number = 0; number < BatchTextDecoder.MOST_AT_ONCE; number++) {
            slow.add(gathered(Flux.never()).subscribe());
        }
        for (int time = 0; time < 2; time++) {
            StepVerifier.create(gathered(bytes("a.b.c"))).verifyError(RegisterProblem.TooOften.class);
        }
        slow.get(0).dispose();
        for (int time = 0; time < 2; time++) {
            assertThat(gathered(bytes("a.b.c")).block().bytes()).isEqualTo("a.b.c".getBytes(US_ASCII));
        }
        slow.forEach(Disposable::dispose);
    }

    @Test
    void whoNeverEndsIsSentAway() {
        StepVerifier.withVirtualTime(() -> gathered(Flux.never()))
                .expectSubscription()
                .thenAwait(BatchTextDecoder.LONGEST)
                .expectError(RegisterProblem.TooOften.class)
                .verify(Duration.ofSeconds(30));
    }

    @Test
    void nothingAtAllIsAnEmptyText() {
        assertThat(gathered(Flux.empty()).block().bytes()).isEmpty();
    }
}
