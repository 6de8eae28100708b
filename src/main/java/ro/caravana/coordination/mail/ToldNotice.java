package ro.caravana.coordination.mail;

import java.time.Instant;

/**
 * What a partner was told by telephone or on paper.
 *
 * @param by account name
 */
public record ToldNotice(PartnerNotice notice, Instant at, String by) {}
