package ro.caravana.documents.web;

import java.net.URI;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.documents.pdf.QuestionnairePdf;
import ro.caravana.documents.text.Texts;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.Plans;
import ro.caravana.workgroup.Questionnaires;

/** A visit's questionnaire to print; for planners and field teams. */
@RestController
class QuestionnaireController {
    private final Questionnaires questionnaires;
    private final PlanReading reading;
    private final Plans plans;
    private final OwnAddress own;
    private final Clock clock;

    QuestionnaireController(
            Questionnaires questionnaires, PlanReading reading, Plans plans, OwnAddress own, Clock clock) {
        this.questionnaires = questionnaires;
        this.reading = reading;
        this.plans = plans;
        this.own = own;
        this.clock = clock;
    }

    @GetMapping("/api/v1/visits/{id}/questionnaire.pdf")
    @PreAuthorize("hasAnyRole('PLANNER','FIELD')")
    ResponseEntity<byte[]> sheet(@PathVariable String id, Viewer viewer, ServerHttpRequest request) {
        Texts texts = new Texts(Wish.of(request, viewer).language(), reading.threshold());
        Questionnaires.Sheet sheet = questionnaires.sheetOf(id);
        URI page = own.of(sheet.path(), request);
        return Download.secret(
                MediaType.APPLICATION_PDF,
                texts.text("quality-file", sheet.locality(), sheet.date().toString()) + ".pdf",
                new QuestionnairePdf(texts).write(reading.county(), sheet, page, isSynthetic(id), clock.instant()));
    }

    private boolean isSynthetic(String visit) {
        try {
            int dot = visit.indexOf('.');
            return dot > 0
                    && plans.getPlan(visit.substring(0, dot)).head().figures().synthetic();
        } catch (PlanJobProblem.UnknownPlan thrownAway) {
            return false;
        }
    }
}
