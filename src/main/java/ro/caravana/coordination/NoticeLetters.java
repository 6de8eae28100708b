package ro.caravana.coordination;

import java.util.List;

/** The letters to partners who are to be told something on paper. Thread-safe. */
@FunctionalInterface
public interface NoticeLetters {
    /**
     * Everything that a partner still has to be told about a visit, oldest first, in Romanian. Printing is not telling: it stays to be
     * told until somebody says that it was.
     *
     * @throws CoordinationProblem.UnknownVisit 404
     * @throws CoordinationProblem.NothingToTell 409
     */
    List<NoticeLetter> list(String visit, Partner partner);
}
