package ro.caravana.statistics;

import ro.caravana.territory.Level;

/**
 * Cases of one category at one place, all ages and both sexes together, on the snapshot's day.
 *
 * @param siruta of a locality, or of a UAT for cases whose locality the source does not know; the two add up
 * @param count cases, ≥ 0; a row with 0 says that the place was looked at and nobody was found
 */
public record CaseCount(int siruta, Level level, CaseCategory category, long count) {}
