package ro.caravana.planning.check;

/** Seconds of the day for people. */
final class Clock {
    private Clock() {}

    static String of(int second) {
        String sign = second < 0 ? "-" : "";
        int s = Math.abs(second);
        String minutes = String.format("%s%02d:%02d", sign, s / 3600, s / 60 % 60);
        return s % 60 == 0 ? minutes : minutes + String.format(":%02d", s % 60);
    }
}
