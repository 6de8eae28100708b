package ro.caravana.web;

import java.net.URI;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/** Words for what the web framework itself refuses; its own texts echo input. */
final class FrameworkRefusal {
    private FrameworkRefusal() {}

    static ProblemDetail describe(ErrorResponse refusal, String path) {
        int status = refusal.getStatusCode().value();
        return switch (status) {
            case 404 -> describe(status, "not-found", "Not found", "There is nothing at this address.", path);
            case 405 ->
                describe(
                        status,
                        "method-not-allowed",
                        "Method not allowed",
                        "This address exists but does not take this method; the Allow header lists those it takes.",
                        path);
            case 406 ->
                describe(
                        status,
                        "not-acceptable",
                        "Not acceptable",
                        "This address has no answer in the wanted format.",
                        path);
            case 413 ->
                describe(status, "too-large", "Too large", "The request is larger than this address accepts.", path);
            case 415 ->
                describe(
                        status,
                        "unsupported-media-type",
                        "Unsupported media type",
                        "This address does not read that content type.",
                        path);
            default ->
                describe(
                        status,
                        "bad-request",
                        "Unreadable request",
                        "A parameter or the body does not have the form that /v3/api-docs describes.",
                        path);
        };
    }

    static ProblemDetail describe(int status, String type, String title, String detail, String path) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:caravana:problem:" + type));
        problem.setTitle(title);
        problem.setDetail(detail);
        problem.setInstance(URI.create(path.replaceAll("[^A-Za-z0-9/._~:-]", "_")));
        return problem;
    }
}
