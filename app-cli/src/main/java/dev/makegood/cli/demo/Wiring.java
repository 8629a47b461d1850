package dev.makegood.cli.demo;

import dev.makegood.pipelines.StatusCalls;
import dev.makegood.pipelines.prefect.FakePrefect;
import dev.makegood.pipelines.superduperai.FakeSuperDuperAi;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** Puts the stand-ins up, on free ports of this machine. */
final class Wiring {

    private static final Duration A_FLOW = Duration.ofMillis(400);
    private static final Duration A_BEAT = Duration.ofMillis(200);
    private static final Duration TICK = Duration.ofMillis(50);

    private Wiring() {}

    static StandIns standIns() {
        var token = "demo-" + UUID.randomUUID();
        var key = "demo-" + UUID.randomUUID();
        var films = new FakeSuperDuperAi(InstantSource.system(), token).pacing(A_FLOW);
        var flows = new FakePrefect(InstantSource.system()).pacing(A_BEAT).lockedWithKey(key);
        var deployment = flows.deploy("story-editor", "project-video", "project_id", "prompt");
        return new StandIns(films, flows, films.tickEvery(TICK), flows.tickEvery(TICK), Map.of(
                "SUPERDUPERAI_URL", films.address().toString(),
                "SUPERDUPERAI_TOKEN", token,
                "PREFECT_API_URL", flows.address().toString(),
                "PREFECT_API_KEY", key,
                "PREFECT_DEPLOYMENT", deployment));
    }

    /** The code of a flow, which only ever knows one address: ours, with its key in the path. */
    static StatusCalls flowReportingTo(URI api, String pipelineKey) {
        return StatusCalls.fromTheFlow(URI.create(api + "/k/" + pipelineKey));
    }
}
