package ro.caravana.need;

import ro.caravana.territory.Level;

/**
 * Estimated undocumented persons of all categories at one place. A raw figure, see {@link Need}.
 *
 * @param mean sum of the categories' means
 * @param low lower end of the 95% interval of the sum
 * @param high upper end of the 95% interval of the sum
 */
public record NeedTotal(int siruta, Level level, double mean, double low, double high) {}
