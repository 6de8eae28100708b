package ro.caravana.need;

/**
 * An estimate of persons with its 95% interval. A raw figure, see {@link Need}.
 *
 * @param mean expected persons
 * @param low lower end of the 95% interval, persons
 * @param high upper end of the 95% interval, persons
 */
public record NeedFigure(double mean, double low, double high) {}
