package dev.makegood.cli.demo;

import dev.makegood.pipelines.prefect.FakePrefect;
import dev.makegood.pipelines.superduperai.FakeSuperDuperAi;
import java.net.URI;
import java.util.Map;

/**
 * The services outside, as far as a demo needs them.
 *
 * @param settings how the server finds them
 */
record StandIns(FakeSuperDuperAi films, FakePrefect flows, AutoCloseable filmsTime,
        AutoCloseable flowsTime, Map<String, String> settings) implements AutoCloseable {

    /** Tells both where their flows report how they ended. */
    void reportTo(URI api, String pipelineKey) {
        var unused = films.reportingTo(Wiring.flowReportingTo(api, pipelineKey));
        var unusedToo = flows.flowReportingTo(Wiring.flowReportingTo(api, pipelineKey));
    }

    @Override
    public void close() {
        stop(filmsTime);
        stop(flowsTime);
        films.close();
        flows.close();
    }

    private static void stop(AutoCloseable time) {
        try {
            time.close();
        } catch (Exception e) {
            throw new IllegalStateException("time in the demo would not stop", e);
        }
    }
}
