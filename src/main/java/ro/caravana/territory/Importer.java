package ro.caravana.territory;

/** Takes over one kind of file. Every bean of this type is offered by {@code ./run import}. */
public interface Importer {
    /** The word that names the kind on the command line, for example {@code boundaries}. */
    String kind();

    /**
     * Takes the file over, whole or not at all: rows that cannot be used are rejections, and a file that cannot be used at all is
     * refused with a {@link ro.caravana.problem.Problem} and changes nothing.
     */
    ImportOutcome run(ImportOrder order);
}
