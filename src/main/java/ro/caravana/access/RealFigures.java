package ro.caravana.access;

/** Asked before demo accounts are opened. The module that keeps the figures answers. */
public interface RealFigures {
    /** Whether the database holds figures that are not synthetic. */
    boolean holdsRealStatistics();
}
