package ro.caravana.fieldwork;

/** A document that somebody should have brought, whether they could be served without it or not. */
public enum MissingDocument {
    HOUSING,
    BIRTH_CERTIFICATE,
    PARENTS_PAPERS,
    /** Marriage or divorce, after which the name on the card changes. */
    CIVIL_STATUS,
    /** The declaration of loss or theft. */
    LOSS_DECLARATION,
    FEE_RECEIPT
}
