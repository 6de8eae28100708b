package ro.caravana.documents.model;

import java.net.URI;
import java.util.Optional;
import ro.caravana.coordination.NoticeLetter;

/**
 * A letter that tells something, with what only paper needs.
 *
 * @param postalAddress of the addressee; empty where unknown
 * @param posterPage the visit's page, where its poster is; empty where none is to be hung up
 * @param synthetic whether the visit's plan is made of synthetic data
 */
public record NoticeSheet(NoticeLetter letter, String postalAddress, Optional<URI> posterPage, boolean synthetic) {}
