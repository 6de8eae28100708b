package ro.caravana.need;

/**
 * How reality relates to an assumption: 1 is as assumed.
 *
 * @param low 5% quantile of the posterior
 * @param high 95% quantile
 * @param visits it was learnt from; the mean of none is 1
 */
public record LearntRatio(double mean, double low, double high, int visits) {}
