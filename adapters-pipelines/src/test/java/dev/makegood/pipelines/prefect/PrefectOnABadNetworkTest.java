package dev.makegood.pipelines.prefect;

import dev.makegood.pipelines.BadNetwork;
import dev.makegood.pipelines.Credential;
import dev.makegood.pipelines.Stage;
import dev.makegood.project.Pipeline;
import dev.makegood.project.RunId;
import dev.makegood.project.RunOrder;
import java.util.List;

class PrefectOnABadNetworkTest extends BadNetwork {

    private final FakePrefect fake = new FakePrefect(clock);
    private final Prefect pipeline = new Prefect(new Prefect.Settings(fake.address(),
            Credential.NONE, fake.deploy("film", "prod", "prompt"), SHORT), clock);

    @Override
    protected Pipeline pipeline() {
        return pipeline;
    }

    @Override
    protected Stage stage() {
        return fake.stage();
    }

    @Override
    protected void tick() {
        fake.tick();
    }

    @Override
    protected List<RunId> madeFor(RunOrder order) {
        return fake.runs()
                .stream()
                .filter(run -> run.at("/parameters/project_id")
                        .asString("")
                        .equals(order.id().toString()))
                .map(run -> new RunId(run.path("id").asString()))
                .toList();
    }

    @Override
    protected String truthAbout(RunId run) {
        return switch (stateOf(run)) {
            case "COMPLETED" -> "completed";
            case "FAILED" -> "failed";
            default -> "";
        };
    }

    private String stateOf(RunId run) {
        return fake.runs()
                .stream()
                .filter(found -> found.path("id").asString().equals(run.value()))
                .map(found -> found.path("state_type").asString())
                .findFirst()
                .orElseThrow();
    }
}
