package ro.caravana.planning.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.planning.jobs.PlanLibrary;

/** The documents behind a plan, for solving or checking it elsewhere. They hold raw counts: planners only. */
@RestController
@RequestMapping("/api/v1/plans/{id}")
@PreAuthorize("hasRole('PLANNER')")
class PlanDownloadController {
    private final PlanLibrary library;

    PlanDownloadController(PlanLibrary library) {
        this.library = library;
    }

    @GetMapping("/instance.json")
    ResponseEntity<byte[]> instance(@PathVariable String id) {
        return download(library.getInstanceDocument(id), "instance-" + id + ".json");
    }

    @GetMapping("/plan.json")
    ResponseEntity<byte[]> plan(@PathVariable String id) {
        return download(library.getPlanDocument(id), "plan-" + id + ".json");
    }

    private static ResponseEntity<byte[]> download(byte[] document, String fileName) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName)
                                .build()
                                .toString())
                .body(document);
    }
}
