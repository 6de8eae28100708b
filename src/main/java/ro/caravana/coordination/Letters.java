package ro.caravana.coordination;

import java.util.List;

/** The letters to partners. Thread-safe. Whoever reads them can answer in the partner's name: they are for planners only. */
public interface Letters {
    /**
     * The letter with the last question to a partner.
     *
     * @param language {@code ro} or {@code en}
     * @throws CoordinationProblem.UnknownVisit 404
     * @throws CoordinationProblem.NothingToAnswer 409 where the partner is not being asked anything
     */
    Letter getLetter(String visit, Partner partner, String language);

    /** The letters that still want an answer, in the order of their registry numbers. */
    List<Letter> listOpen(String language);
}
