package ro.caravana.workgroup;

import java.time.LocalDate;

/** A visit's questionnaire, for paper. */
public interface Questionnaires {
    /** Questions on it. */
    int QUESTIONS = 5;

    /**
     * A visit's sheet.
     *
     * @param path of the page on which it is answered
     */
    record Sheet(String path, String locality, String uat, LocalDate date, boolean bedside) {}

    /**
     * @throws ro.caravana.coordination.CoordinationProblem.UnknownVisit 404
     * @throws WorkgroupProblem.VisitNotHeld 410
     */
    Sheet sheetOf(String visit);
}
