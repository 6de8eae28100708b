package ro.caravana.command;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import ro.caravana.problem.Problem;

/** Says in words, instead of a stack trace, why the server could not start. */
class ProblemAnalyzer extends AbstractFailureAnalyzer<Problem> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, Problem problem) {
        return new FailureAnalysis(problem.title(), problem.detail(), failure);
    }
}
