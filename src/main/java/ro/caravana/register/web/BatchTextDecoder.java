package ro.caravana.register.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.AbstractDataBufferDecoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.util.MimeType;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import reactor.core.publisher.Mono;
import ro.caravana.register.RegisterProblem;

/**
 * Gathers a batch's bytes before a worker takes the request. Nobody needs an account to send here: whoever sends slowly keeps a
 * connection busy, never a worker, and not for ever. Thread-safe.
 */
final class BatchTextDecoder extends AbstractDataBufferDecoder<BatchText> {
    static final String JOSE = "application/jose";

    private static final int MOST_BYTES = 5_000_000;

    /** Times 5 MB is what strangers can make the server hold. */
    static final int MOST_AT_ONCE = 32;

    static final Duration LONGEST = Duration.ofMinutes(2);

    private final AtomicInteger gathering = new AtomicInteger();

    BatchTextDecoder() {
        super(MimeType.valueOf(JOSE));
        setMaxInMemorySize(MOST_BYTES);
    }

    @Override
    public boolean canDecode(ResolvableType type, @Nullable MimeType mimeType) {
        return type.resolve() == BatchText.class && super.canDecode(type, mimeType);
    }

    @Override
    public Mono<BatchText> decodeToMono(
            Publisher<DataBuffer> body,
            ResolvableType type,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        return Mono.defer(() -> gathering.incrementAndGet() > MOST_AT_ONCE
                        ? Mono.<BatchText>error(new RegisterProblem.TooOften(1))
                        : super.decodeToMono(body, type, mimeType, hints))
                .timeout(LONGEST)
                .doFinally(end -> gathering.decrementAndGet())
                .defaultIfEmpty(new BatchText(new byte[0]))
                .onErrorMap(DataBufferLimitException.class, tooLong -> new RegisterProblem.TooLarge())
                .onErrorMap(TimeoutException.class, tooSlow -> new RegisterProblem.TooOften(1));
    }

    @Override
    public BatchText decode(
            DataBuffer whole, ResolvableType type, @Nullable MimeType mimeType, @Nullable Map<String, Object> hints) {
        byte[] bytes = new byte[whole.readableByteCount()];
        whole.read(bytes);
        DataBufferUtils.release(whole);
        return new BatchText(bytes);
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration implements WebFluxConfigurer {
        @Override
        public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
            codecs.customCodecs().register(new BatchTextDecoder());
        }
    }
}
