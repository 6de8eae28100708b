package ro.caravana.web;

import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import ro.caravana.problem.Problem;

/** Turns everything a request can end in, other than success, into RFC 9457 problem details. */
@RestControllerAdvice
class ProblemHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem, ServerWebExchange exchange) {
        ProblemDetail detail = describe(problem.status(), problem.type(), problem.title(), problem.detail(), exchange);
        problem.properties().forEach(detail::setProperty);
        HttpHeaders headers = new HttpHeaders();
        problem.retryAfterSeconds().ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        return answer(detail, headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(AccessDeniedException refusal, ServerWebExchange exchange) {
        return answer(
                describe(
                        403,
                        "forbidden",
                        "Not allowed",
                        "Your account's roles do not allow this. Ask an administrator for the role it needs.",
                        exchange),
                HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(DataBufferLimitException refusal, ServerWebExchange exchange) {
        return answer(
                describe(413, "too-large", "Too large", "The request is larger than this address accepts.", exchange),
                HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(RejectedExecutionException refusal, ServerWebExchange exchange) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "5");
        return answer(
                describe(503, "busy", "Busy", "Too many requests are waiting. Try again in a few seconds.", exchange),
                headers);
    }

    /** Spring's own refusals: unknown path, wrong method, unreadable body, wrong type of a parameter. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> rest(Throwable failure, ServerWebExchange exchange) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null; // nobody is there to be told
        }
        DataBufferLimitException limit = causeOf(failure, DataBufferLimitException.class);
        if (limit != null) {
            return tooLarge(limit, exchange);
        }
        Problem problem = causeOf(failure, Problem.class);
        if (problem != null) {
            return refused(problem, exchange);
        }
        if (failure instanceof ErrorResponse refusal && refusal.getStatusCode().is4xxClientError()) {
            return answer(
                    FrameworkRefusal.describe(
                            refusal, exchange.getRequest().getPath().value()),
                    refusal.getHeaders());
        }
        LOG.error(
                "request failed: {} {}",
                exchange.getRequest().getMethod(),
                SecretAddresses.masked(exchange.getRequest().getPath().value()),
                failure);
        return answer(
                describe(
                        500,
                        "internal",
                        "Something failed here",
                        "The fault is on our side and has been logged. Nothing was changed by this request.",
                        exchange),
                HttpHeaders.EMPTY);
    }

    private static <T extends Throwable> @Nullable T causeOf(Throwable failure, Class<T> type) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static ProblemDetail describe(
            int status, String type, String title, String detail, ServerWebExchange exchange) {
        return FrameworkRefusal.describe(
                status, type, title, detail, exchange.getRequest().getPath().value());
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail, HttpHeaders headers) {
        return ResponseEntity.status(HttpStatusCode.valueOf(detail.getStatus()))
                .headers(headers)
                .header(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .body(detail);
    }
}
