package dev.makegood.cli.demo;

import dev.makegood.pipelines.prefect.FakePrefect;
import dev.makegood.pipelines.superduperai.FakeSuperDuperAi;
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.yookassa.fake.FakeYooKassa;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The stand-ins of the services that a demo calls, and its shop.
 *
 * @param clocks what moves their time
 * @param settings the settings of the server that lead to them, with their keys
 */
record FakeServices(FakeSuperDuperAi superDuperAi, FakePrefect prefect, FakeStripe stripe,
        FakeYooKassa yooKassa, DemoShop shop, List<AutoCloseable> clocks,
        Map<String, String> settings) implements AutoCloseable {

    /** Connects them to the server: flows report how they ended, gateways send notices. */
    void connectTo(URI api, String pipelineKey) {
        var unused = superDuperAi.reportingTo(DemoWiring.statusCallsTo(api, pipelineKey));
        var unusedToo = prefect.flowReportingTo(DemoWiring.statusCallsTo(api, pipelineKey));
        stripe.sendNoticesTo(URI.create(api + "/api/stripe/webhook"));
        var unusedPost = yooKassa.webhooks().sendTo(URI.create(api + "/api/yookassa/webhook"));
    }

    /** Without the settings: there are keys in them. */
    @Override
    public String toString() {
        return "FakeServices[" + shop.address() + "]";
    }

    @Override
    public void close() {
        clocks.forEach(FakeServices::stop);
        shop.close();
        superDuperAi.close();
        prefect.close();
        stripe.close();
        yooKassa.close();
    }

    private static void stop(AutoCloseable clock) {
        try {
            clock.close();
        } catch (Exception e) {
            throw new IllegalStateException("the clock of a stand-in did not stop", e);
        }
    }
}
