package ro.caravana.coordination.link;

/** Why a link takes no answer any more. */
public enum ClosedBecause {
    /** The partner has answered, by the link or otherwise. */
    ANSWERED,
    /** The other partner cannot. */
    DECLINED,
    MOVED,
    CANCELLED,
    /** A newer link stands in its place. */
    REPLACED
}
