package ro.caravana.coverage.bench;

/** The server under measurement answers, but not with what was asked for. */
public final class Refused extends RuntimeException {
    Refused(String message) {
        super(message);
    }
}
