package dev.makegood.pipelines.superduperai;

import dev.makegood.pipelines.BadNetwork;
import dev.makegood.pipelines.Credential;
import dev.makegood.pipelines.Stage;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Pipeline.Seen;
import dev.makegood.project.RunId;
import dev.makegood.project.RunOrder;
import dev.makegood.project.RunReport.Succeeded;
import java.time.Duration;
import java.util.List;

class SuperDuperAiOnABadNetworkTest extends BadNetwork {

    private final FakeSuperDuperAi fake =
            new FakeSuperDuperAi(clock, "a-token-that-nobody-may-see");
    private final SuperDuperAi pipeline = new SuperDuperAi(new SuperDuperAi.Settings(fake.address(),
            Credential.bearer("a-token-that-nobody-may-see"), SHORT, Duration.ofMinutes(5)), clock);

    SuperDuperAiOnABadNetworkTest() {
        fake.listLagsBehind(Duration.ofMinutes(3));
    }

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
        return fake.projects()
                .stream()
                .filter(Mark.of(order)::isOn)
                .map(project -> new RunId(project.path("id").asString()))
                .toList();
    }

    @Override
    protected String truthAbout(RunId run) {
        var tasks = fake.projects()
                .stream()
                .filter(project -> project.path("id").asString().equals(run.value()))
                .map(project -> project.path("tasks"))
                .findFirst()
                .orElseThrow();
        return switch (Progress.of(tasks).look(run, clock.instant())) {
            case Seen seen -> seen.report() instanceof Succeeded ? "completed" : "failed";
            default -> "";
        };
    }
}
