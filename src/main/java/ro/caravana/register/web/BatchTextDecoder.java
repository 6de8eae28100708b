package ro.caravana.register.web;

import java.util.Map;
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
 * connection busy, never a worker.
 */
final class BatchTextDecoder extends AbstractDataBufferDecoder<BatchText> {
    static final String JOSE = "application/jose";

    private static final int MOST_BYTES = 5_000_000;

    private BatchTextDecoder() {
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
        return super.decodeToMono(body, type, mimeType, hints)
                .defaultIfEmpty(new BatchText(new byte[0]))
                .onErrorMap(DataBufferLimitException.class, tooLong -> new RegisterProblem.TooLarge());
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
