package ro.caravana.documents.model;

import java.net.URI;
import java.util.Optional;
import ro.caravana.coordination.Letter;

/**
 * A letter with what only paper needs.
 *
 * @param postalAddress of the addressee; empty where unknown
 * @param answerUrl where it is answered; empty where it cannot be any more
 * @param synthetic whether the persons expected are made up
 */
public record PartnerLetter(Letter letter, String postalAddress, Optional<URI> answerUrl, boolean synthetic) {}
