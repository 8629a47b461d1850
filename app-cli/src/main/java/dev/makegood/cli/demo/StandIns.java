package dev.makegood.cli.demo;

import dev.makegood.pipelines.prefect.FakePrefect;
import dev.makegood.pipelines.superduperai.FakeSuperDuperAi;
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.yookassa.FakeYooKassa;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The services outside, as far as a demo needs them, and the shop that stands in front.
 *
 * @param time what lets it pass for them
 * @param settings how the server finds them, with the keys they ask for
 */
record StandIns(FakeSuperDuperAi films, FakePrefect flows, FakeStripe stripe,
        FakeYooKassa yooKassa, Shop shop, List<AutoCloseable> time,
        Map<String, String> settings) implements AutoCloseable {

    /** Tells everybody where the server is: flows report how they ended, gateways send notices. */
    void reportTo(URI api, String pipelineKey) {
        var unused = films.reportingTo(Wiring.flowReportingTo(api, pipelineKey));
        var unusedToo = flows.flowReportingTo(Wiring.flowReportingTo(api, pipelineKey));
        stripe.notify(URI.create(api + "/api/stripe/webhook"));
        var unusedPost = yooKassa.post().to(URI.create(api + "/api/yookassa/webhook"));
    }

    /** Without the settings: there are keys in them. */
    @Override
    public String toString() {
        return "StandIns[" + shop.address() + "]";
    }

    @Override
    public void close() {
        time.forEach(StandIns::stop);
        shop.close();
        films.close();
        flows.close();
        stripe.close();
        yooKassa.close();
    }

    private static void stop(AutoCloseable time) {
        try {
            time.close();
        } catch (Exception e) {
            throw new IllegalStateException("time in the demo would not stop", e);
        }
    }
}
